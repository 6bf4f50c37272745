using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Networks;

/// <summary>Who belongs to which network on a day, from the register: what the public pages show.</summary>
public sealed class NetworkDirectory(RegisterSnapshot register, NetworkCatalog networks, StateCatalog states, DateOnly day)
{
    /// <summary>The event of the log it stands at.</summary>
    public long Sequence => register.Head.Sequence;

    /// <summary>Every network.</summary>
    public IReadOnlyList<Network> Networks => networks.All;

    /// <summary>The States' names.</summary>
    public StateCatalog States => states;

    /// <summary>A network by its id; null where there is none.</summary>
    public Network? Find(string id) => networks.All.FirstOrDefault(n => n.Id == id);

    /// <summary>The memberships of a network, by State code.</summary>
    public IEnumerable<Membership> MembersOf(string network) => Holding(m => m.Network == network).OrderBy(m => m.State.Value, StringComparer.Ordinal);

    /// <summary>The memberships of a State, by network.</summary>
    public IEnumerable<Membership> NetworksOf(StateCode state) => Holding(m => m.State == state).OrderBy(m => m.Network, StringComparer.Ordinal);

    /// <summary>How many of a network's members are States; jurisdictions are shown, not counted.</summary>
    public int StatesIn(string network) => MembersOf(network).Count(m => !states[m.State].IsJurisdiction);

    /// <summary>What a State declared on the legal basis of extradition: public too.</summary>
    public IReadOnlyList<LegalBasis> LegalBasisOf(StateCode state) => register.FactsOf(state).LegalBasis;

    /// <summary>The States and jurisdictions that belong to any network.</summary>
    public IEnumerable<StateCode> StatesWithNetworks() =>
        Holding(_ => true).Select(m => m.State).Distinct().OrderBy(s => s.Value, StringComparer.Ordinal);

    private IEnumerable<Membership> Holding(Func<Membership, bool> which) => register.Memberships.Values.Where(m => which(m) && m.HoldsOn(day));
}
