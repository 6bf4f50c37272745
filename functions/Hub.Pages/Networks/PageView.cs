using System.Globalization;
using Hub.Core.Networks;
using Hub.Core.Register;
using Hub.Core.States;
using Hub.Pages.Texts;

namespace Hub.Pages.Networks;

/// <summary>What every page needs: where it stands, its language, and what there is to show.</summary>
public sealed record PageView(PageAddress Here, Labels Labels, NetworkDirectory Directory)
{
    private static readonly Uri Anywhere = new("https://hub.invalid/");

    /// <summary>A link to another page in the same language, relative, so that pages work wherever they are put.</summary>
    public string To(PageAddress page) => Relative(page.In(Labels.Language));

    /// <summary>A link to a network's page.</summary>
    public string To(Network network) => To(new PageAddress.OfNetwork(network.Id));

    /// <summary>A link to a State's page.</summary>
    public string To(StateCode state) => To(new PageAddress.OfState(state));

    /// <summary>A link to this page in another language.</summary>
    public string ToSame(Language language) => Relative(Here.In(language));

    /// <summary>A link to this page as data.</summary>
    public string ToData => Relative(Here.Data);

    /// <summary>The event of the log that the page stands at, in digits as the log has it.</summary>
    public string Sequence => Directory.Sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>A State's name in the page's language.</summary>
    public string Name(StateCode state) => Directory.States[state].Name(Labels.Language);

    /// <summary>States, or jurisdictions, in the language's order.</summary>
    public IReadOnlyList<T> Sorted<T>(IEnumerable<T> items, Func<T, StateCode> state, bool jurisdictions) =>
        [.. items.Where(i => Directory.States[state(i)].IsJurisdiction == jurisdictions).OrderBy(i => Name(state(i)), Labels.Order)];

    /// <summary>A membership's dates.</summary>
    public Phrase Validity(Membership membership) =>
        Labels.Period(membership.ValidFrom, membership.ValidTo) ?? Labels.Say("Page.Validity.Open");

    /// <summary>When a network was established: a day, a month, or whatever the source says.</summary>
    public string Established(Network network) => DateText.Of(network.Established, Labels);

    private string Relative(string path) => new Uri(Anywhere, Here.In(Labels.Language)).MakeRelativeUri(new(Anywhere, path)).ToString();
}
