using Hub.Core.Json;
using Hub.Core.Networks;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Pages.Networks;

/// <summary>All networks as data.</summary>
public sealed record IndexData(long Sequence, IReadOnlyList<NetworkSummary> Networks, IReadOnlyList<StateSummary> States) : IPublic
{
    /// <summary>From the directory.</summary>
    public static IndexData Of(NetworkDirectory directory) => new(
        directory.Sequence, [.. directory.Networks.Select(n => NetworkSummary.Of(n, directory))],
        [.. directory.StatesWithNetworks().Select(s => StateSummary.Of(s, directory))]);
}

/// <summary>One network and its members as data.</summary>
public sealed record NetworkData(long Sequence, NetworkSummary Network, IReadOnlyList<MemberData> Members) : IPublic
{
    /// <summary>From the directory.</summary>
    public static NetworkData Of(Network network, NetworkDirectory directory) => new(
        directory.Sequence, NetworkSummary.Of(network, directory),
        [.. directory.MembersOf(network.Id).Select(m => new MemberData(StateSummary.Of(m.State, directory), m))]);
}

/// <summary>One State, its networks and its declarations as data.</summary>
public sealed record StateData(
    long Sequence, StateSummary State, IReadOnlyList<Membership> Networks, IReadOnlyList<LegalBasis> LegalBasis) : IPublic
{
    /// <summary>From the directory.</summary>
    public static StateData Of(StateCode state, NetworkDirectory directory) =>
        new(directory.Sequence, StateSummary.Of(state, directory), [.. directory.NetworksOf(state)], directory.LegalBasisOf(state));
}

/// <summary>What a network is; an incomplete list and a low confidence are told with it wherever it goes.</summary>
public sealed record NetworkSummary(
    string Id, string Name, string Acronym, string? Established, string Kind, string? Url, string? UrlOrigin, string Source,
    Confidence Confidence, bool MembersComplete, string? SupersededBy, int States, int Jurisdictions) : IPublic
{
    /// <summary>From the directory.</summary>
    public static NetworkSummary Of(Network n, NetworkDirectory directory)
    {
        var states = directory.StatesIn(n.Id);
        return new(
            n.Id, n.Name, n.Acronym, n.Established, n.Kind, n.Url, n.UrlOrigin, n.Source, n.Confidence, n.MembersComplete, n.SupersededBy,
            states, directory.MembersOf(n.Id).Count() - states);
    }
}

/// <summary>A State or jurisdiction with its names.</summary>
public sealed record StateSummary(StateCode Code, IReadOnlyDictionary<string, string> Names, bool IsJurisdiction) : IPublic
{
    /// <summary>From the directory; the names always in the same order.</summary>
    public static StateSummary Of(StateCode code, NetworkDirectory directory)
    {
        var state = directory.States[code];
        return new(code, Enum.GetValues<Language>().ToDictionary(l => l.Code(), state.Name), state.IsJurisdiction);
    }
}

/// <summary>A member of a network.</summary>
public sealed record MemberData(StateSummary State, Membership Membership) : IPublic;
