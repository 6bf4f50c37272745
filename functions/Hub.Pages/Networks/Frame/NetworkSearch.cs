using Hub.Delivery.NetworkPages;
using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Pages.Networks.Frame;

/// <summary>What a reader's question finds.</summary>
/// <param name="Asked">Whether anything was asked.</param>
/// <param name="Networks">The networks: those of that name and, where a State was named, those it belongs to.</param>
/// <param name="States">The States and jurisdictions of that name.</param>
internal sealed record NetworkSearch(bool Asked, IReadOnlyList<Network> Networks, IReadOnlyList<State> States)
{
    /// <summary>Looks in the directory.</summary>
    public static NetworkSearch In(NetworkDirectory directory, PageQuery? query)
    {
        var ofKind = directory.Networks.Where(n => string.IsNullOrEmpty(query?.Kind) || GroupOf(n) == query.Kind).ToList();
        if (string.IsNullOrWhiteSpace(query?.Text))
            return new(!string.IsNullOrEmpty(query?.Kind), ofKind, []);
        var states = directory.States.Search(query.Text).ToList();
        // Half the world is no answer to anything: then only the networks' own names count.
        var theirs = states.Count > MostStates
            ? []
            : states.SelectMany(s => directory.NetworksOf(s.Alpha3)).Select(m => m.Network).ToHashSet();
        // Whoever looks for a network that is no more is looking for what took its place.
        var named = directory.Catalog.Search(query.Text).SelectMany(n => new[] { n.Id, n.SupersededBy }).ToHashSet();
        return new(true, [.. ofKind.Where(n => named.Contains(n.Id) || theirs.Contains(n.Id))], states);
    }

    /// <summary>The group of a network's kind: what stands before the colon.</summary>
    public static string GroupOf(Network network) => network.Kind.Split(':')[0];

    private const int MostStates = 3;
}
