using Hub.Delivery.NetworkPages;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Networks.Frame;

/// <summary>What every page needs: where it stands, its language, what there is to show, and what was asked.</summary>
/// <param name="Here">What it is about.</param>
/// <param name="Labels">The words of its language.</param>
/// <param name="Directory">What there is to show.</param>
/// <param name="Home">Where the hub's pages are public.</param>
/// <param name="Query">What was asked; null where nobody can ask.</param>
public sealed record PageView(PageAddress Here, Labels Labels, NetworkDirectory Directory, Uri Home, PageQuery? Query = null)
{
    private static readonly Uri Anywhere = new("https://hub.invalid/");

    /// <summary>Whether links begin at the root: the page stands at an address of which it knows nothing.</summary>
    public bool IsRooted { get; init; }

    /// <summary>Whether somebody can ask: a page that lies as a file has no forms.</summary>
    public bool CanAsk => Query is not null;

    /// <summary>
    /// The page in the site's frame: the same for everybody, whoever has signed in. As a file it names the style sheet beside it, and leads
    /// to the hub for everything that is no file.
    /// </summary>
    public Visit Visit
    {
        get
        {
            var day = new DateTimeOffset(Directory.Day.ToDateTime(default), TimeSpan.Zero);
            var visit = new Visit(Labels.Language, "/", day) { Sequence = Directory.Sequence };
            return CanAsk ? visit : visit with { Root = Home.AbsoluteUri, Sheet = Relative(StyleSheet.Page.Path) };
        }
    }

    /// <summary>A link to another page in the same language, relative, so that pages work wherever they are put.</summary>
    public string To(PageAddress page) => Relative(page.In(Labels.Language));

    /// <summary>A link to a network's page.</summary>
    public string To(Network network) => To(new PageAddress.OfNetwork(network.Id));

    /// <summary>A link to a State's page.</summary>
    public string To(StateCode state) => To(new PageAddress.OfState(state));

    /// <summary>A link to the comparison with a State, where one can ask for it; to the State's page otherwise.</summary>
    public string ToComparison(StateCode state) => CanAsk ? $"?with={state}#common" : To(state);

    /// <summary>A link to this page in another language, with what was asked.</summary>
    public string ToSame(Language language) => Relative(Here.In(language)) + Asked;

    /// <summary>A link to this page as data.</summary>
    public string ToData => Relative(Here.Data);

    /// <summary>A link to a file.</summary>
    public string ToFile(string path) => Relative(path);

    /// <summary>A State's name in the page's language.</summary>
    public string Name(StateCode state) => Directory.States[state].Name(Labels.Language);

    /// <summary>A network's acronyms, one after the other.</summary>
    public static string Acronyms(IEnumerable<Network> networks) => string.Join(", ", networks.Select(n => n.Acronym));

    /// <summary>States, or jurisdictions, in the language's order.</summary>
    public IReadOnlyList<T> Sorted<T>(IEnumerable<T> items, Func<T, StateCode> state, bool jurisdictions) =>
        [.. Sorted(items.Where(i => Directory.States[state(i)].IsJurisdiction == jurisdictions), state)];

    /// <summary>States and jurisdictions in the language's order.</summary>
    public IEnumerable<T> Sorted<T>(IEnumerable<T> items, Func<T, StateCode> state) => items.OrderBy(i => Name(state(i)), Labels.Order);

    /// <summary>A membership's dates.</summary>
    public Phrase Validity(Membership membership) =>
        Labels.Period(membership.ValidFrom, membership.ValidTo) ?? Labels.Say("Page.Validity.Open");

    /// <summary>What somebody is in a network.</summary>
    public string Role(Membership membership) =>
        Labels[IsOfAuthority(membership) ? "Net.Mark.Authority.Meaning" : $"{nameof(MembershipRole)}.{membership.Role}"];

    /// <summary>The mark for it in a table.</summary>
    public string Mark(Membership membership) => Labels[IsOfAuthority(membership) ? "Net.Mark.Authority" : $"Net.Mark.{membership.Role}"];

    /// <summary>For what part of a State a membership holds; null for the whole.</summary>
    public string? Scope(Membership membership) => Directory.Find(membership.Network)?.Scopes.GetValueOrDefault(membership.State);

    /// <summary>When a network was established: a day, a month, or whatever the source says.</summary>
    public string Established(Network network) => DateText.Of(network.Established, Labels);

    private bool IsOfAuthority(Membership membership) =>
        membership.Role == MembershipRole.Member && Directory.Find(membership.Network)?.Members == NetworkMembers.Authorities;

    private string Asked
    {
        get
        {
            var asked = new[] { ("q", Query?.Text), ("kind", Query?.Kind), ("with", Query?.With) }
                .Where(a => !string.IsNullOrEmpty(a.Item2))
                .Select(a => $"{a.Item1}={Uri.EscapeDataString(a.Item2!)}").ToList();
            return asked.Count == 0 ? "" : $"?{string.Join('&', asked)}";
        }
    }

    // An empty reference would be right, and is no valid action of a form.
    private string Relative(string path) => IsRooted
        ? $"/{path}"
        : new Uri(Anywhere, Here.In(Labels.Language)).MakeRelativeUri(new(Anywhere, path)).ToString() is { Length: > 0 } relative
            ? relative
            : path[(path.LastIndexOf('/') + 1)..];
}
