using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

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
public sealed record NetworkData(
    long Sequence, NetworkSummary Network, IReadOnlyList<MemberData> Members, IReadOnlyList<MemberData> FormerAndFuture) : IPublic
{
    /// <summary>From the directory.</summary>
    public static NetworkData Of(Network network, NetworkDirectory directory) => new(
        directory.Sequence, NetworkSummary.Of(network, directory),
        [.. directory.MembersOf(network.Id).Select(m => MemberData.Of(m, directory))],
        [.. directory.FormerAndFutureOf(network.Id).Select(m => MemberData.Of(m, directory))]);
}

/// <summary>One State, its networks and its declarations as data.</summary>
public sealed record StateData(
    long Sequence, StateSummary State, IReadOnlyList<Membership> Networks, IReadOnlyList<Membership> FormerAndFuture,
    IReadOnlyList<SharedNetworks> SharesWith, IReadOnlyList<LegalBasis> LegalBasis) : IPublic
{
    /// <summary>From the directory.</summary>
    public static StateData Of(StateCode state, NetworkDirectory directory) => new(
        directory.Sequence, StateSummary.Of(state, directory), [.. directory.NetworksOf(state)], [.. directory.FormerAndFutureOf(state)],
        [.. new Connections(directory).Around(state).Select(a => new SharedNetworks(a.State, [.. a.Networks.Select(n => n.Id)]))],
        directory.LegalBasisOf(state));
}

/// <summary>The networks that a State shares with another.</summary>
public sealed record SharedNetworks(StateCode State, IReadOnlyList<string> Networks) : IPublic;

/// <summary>What a network is; an incomplete list and a low confidence are told with it wherever it goes.</summary>
public sealed record NetworkSummary(
    string Id, string Name, string Acronym, IReadOnlyList<string> Aliases, string? Established, string Kind, NetworkStatus Status,
    NetworkMembers MembersAre, string? Url, string? UrlOrigin, string? PrintedUrl, bool PrintedUrlIsDead, string? PrintedIn, string Source,
    Confidence Confidence, bool MembersComplete, int? StatedMembers, string? SupersededBy, int States, int Jurisdictions,
    int Others) : IPublic
{
    /// <summary>From the directory.</summary>
    public static NetworkSummary Of(Network n, NetworkDirectory directory)
    {
        var members = directory.MembersOf(n.Id).ToList();
        var states = members.Count(directory.IsMemberState);
        var jurisdictions = members.Count(m => directory.States[m.State].IsJurisdiction);
        return new(
            n.Id, n.Name, n.Acronym, n.Aliases, n.Established, n.Kind, n.Status, n.Members, n.Url, n.UrlOrigin, n.PrintedUrl,
            n.PrintedUrlIsDead, n.PrintedIn, n.Source, n.Confidence, n.MembersComplete, n.StatedMembers, n.SupersededBy, states,
            jurisdictions,
            members.Count - states - jurisdictions);
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
public sealed record MemberData(StateSummary State, Membership Membership) : IPublic
{
    /// <summary>From the directory.</summary>
    public static MemberData Of(Membership membership, NetworkDirectory directory) =>
        new(StateSummary.Of(membership.State, directory), membership);
}
