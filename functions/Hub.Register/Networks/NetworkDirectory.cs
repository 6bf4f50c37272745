using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Networks;

/// <summary>Who belongs to which network on a day, from the register: what the public pages show.</summary>
public sealed class NetworkDirectory
{
    private readonly RegisterSnapshot _register;
    private readonly ILookup<string, Membership> _byNetwork;
    private readonly ILookup<StateCode, Membership> _byState;

    /// <summary>From a register, for a day.</summary>
    public NetworkDirectory(RegisterSnapshot register, NetworkCatalog networks, StateCatalog states, DateOnly day)
    {
        (_register, Catalog, States, Day) = (register, networks, states, day);
        var memberships = register.Memberships.Values.OrderBy(m => m.Network, StringComparer.Ordinal)
            .ThenBy(m => m.State.Value, StringComparer.Ordinal).ToList();
        _byNetwork = memberships.ToLookup(m => m.Network);
        _byState = memberships.ToLookup(m => m.State);
    }

    /// <summary>The event of the log it stands at.</summary>
    public long Sequence => _register.Head.Sequence;

    /// <summary>The day it is for.</summary>
    public DateOnly Day { get; }

    /// <summary>The latest changes of memberships, newest first; empty where nobody asked for them.</summary>
    public IReadOnlyList<DirectoryEvent> Changes { get; init; } = [];

    /// <summary>Every network.</summary>
    public IReadOnlyList<Network> Networks => Catalog.All;

    /// <summary>The networks by all their names.</summary>
    public NetworkCatalog Catalog { get; }

    /// <summary>The States' names.</summary>
    public StateCatalog States { get; }

    /// <summary>A network by its id; null where there is none.</summary>
    public Network? Find(string id) => Catalog.All.FirstOrDefault(n => n.Id == id);

    /// <summary>The memberships of a network, by State code.</summary>
    public IEnumerable<Membership> MembersOf(string network) => _byNetwork[network].Where(m => m.HoldsOn(Day));

    /// <summary>The memberships of a network that have ended or are still to begin, by State code.</summary>
    public IEnumerable<Membership> FormerAndFutureOf(string network) => _byNetwork[network].Where(m => !m.HoldsOn(Day));

    /// <summary>The memberships of a State, by network.</summary>
    public IEnumerable<Membership> NetworksOf(StateCode state) => _byState[state].Where(m => m.HoldsOn(Day));

    /// <summary>The memberships of a State that have ended or are still to begin, by network.</summary>
    public IEnumerable<Membership> FormerAndFutureOf(StateCode state) => _byState[state].Where(m => !m.HoldsOn(Day));

    /// <summary>
    /// Whether a membership makes a State a member; not that of an observer, of a jurisdiction, or of one of its authorities.
    /// </summary>
    public bool IsMemberState(Membership membership) => membership.Role == MembershipRole.Member && !States[membership.State].IsJurisdiction
        && Find(membership.Network)?.Members == NetworkMembers.States;

    /// <summary>How many States are members of a network; whoever else belongs to it is shown and not counted.</summary>
    public int StatesIn(string network) => MembersOf(network).Count(IsMemberState);

    /// <summary>What a State declared on the legal basis of extradition: public too.</summary>
    public IReadOnlyList<LegalBasis> LegalBasisOf(StateCode state) => _register.FactsOf(state).LegalBasis;

    /// <summary>The States and jurisdictions that belong to any network.</summary>
    public IEnumerable<StateCode> StatesWithNetworks() =>
        _byState.Where(s => s.Any(m => m.HoldsOn(Day))).Select(s => s.Key).OrderBy(s => s.Value, StringComparer.Ordinal);

    /// <summary>The memberships that begin or end by date alone after one day and up to another.</summary>
    public IEnumerable<Membership> TurningBetween(DateOnly after, DateOnly upTo) =>
        _register.Memberships.Values.Where(m => Turns(m).Any(d => d > after && d <= upTo));

    /// <summary>The next day after this one on which a membership begins or has ended; null where none does.</summary>
    public DateOnly? NextTurn() =>
        _register.Memberships.Values.SelectMany(Turns).Where(d => d > Day).Select(d => (DateOnly?)d).Min();

    // The days on which a page becomes another: the first day of a membership, and the day after its last.
    private static IEnumerable<DateOnly> Turns(Membership m)
    {
        if (m.ValidFrom is { } from)
            yield return from;
        if (m.ValidTo is { } to && to < DateOnly.MaxValue)
            yield return to.AddDays(1);
    }
}
