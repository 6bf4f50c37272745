using Hub.Delivery.Confirmations;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Editions;

/// <summary>What an edition holds: a pure function of the register, the closing day and the reference data (I9).</summary>
/// <param name="register">The register as it stood.</param>
/// <param name="cutOff">The day the edition was closed.</param>
/// <param name="data">The States' and networks' names.</param>
public sealed class EditionContent(RegisterSnapshot register, DateOnly cutOff, ReferenceData data)
{
    /// <summary>The edition.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="previous">The edition against which its changes are told.</param>
    /// <param name="reason">Why it replaces another.</param>
    public Edition Of(EditionId id, EditionId? previous = null, string? reason = null) => new Edition
    {
        Id = id,
        CutOff = cutOff,
        Sequence = register.Head.Sequence,
        Hash = register.Head.Hash,
        Previous = previous,
        Reason = reason,
        States = States(),
    }.Writable();

    private IReadOnlyList<EditionState> States()
    {
        var networks = data.Networks.All.ToDictionary(n => n.Id);
        var members = register.Memberships.Values.Where(m => m.HoldsOn(cutOff)).ToLookup(m => m.State);
        return
        [
            .. register.ByState.Keys.Concat(register.States.Keys).Concat(members.Select(m => m.Key)).Distinct()
                .OrderBy(s => s.Value, StringComparer.Ordinal)
                .Select(s => State(s, members[s], networks)).Where(HasContent),
        ];
    }

    private EditionState State(StateCode code, IEnumerable<Membership> members, Dictionary<string, Network> networks)
    {
        var (state, facts) = (data.States[code], register.FactsOf(code));
        var listed = register.Of(code).Where(IsListed).ToList();
        return new(
            code, state.Names, state.IsJurisdiction,
            [.. facts.LegalBasis.OrderBy(l => l.Instrument)],
            [
                // Who designates an authority takes back that there is none.
                .. facts.NilDeclarations.Where(n => listed.All(a => !a.Restricted.Holds(n.Pair, cutOff)))
                    .OrderBy(n => n.Pair.Instrument).ThenBy(n => n.Pair.Matter).ThenBy(n => n.Pair.Article, StringComparer.Ordinal),
            ],
            [.. members.OrderBy(m => m.Network, StringComparer.Ordinal).Select(m => Membership(m, networks.GetValueOrDefault(m.Network)))],
            [.. listed.Select(Authority)]);
    }

    // One that ended before the closing day is history; one that begins later is listed with its day.
    private bool IsListed(Authority authority) =>
        authority.Upkeep.Status != RecordStatus.Withdrawn && authority.Restricted.IsInForce(cutOff);

    private static bool HasContent(EditionState state) =>
        state.Authorities.Count + state.LegalBasis.Count + state.NilDeclarations.Count + state.Networks.Count > 0;

    private EditionAuthority Authority(Authority authority) => new(
        authority.Id, authority.Version, authority.Public, authority.Restricted,
        authority.Upkeep with { Status = UpkeepPolicy.StatusOn(authority.Upkeep, cutOff) });

    private static EditionMembership Membership(Membership member, Network? network) => new(
        member.Network, network?.Name ?? member.Network, member.Role, member.ValidFrom, member.ValidTo, member.Confidence,
        network?.MembersComplete ?? false);
}
