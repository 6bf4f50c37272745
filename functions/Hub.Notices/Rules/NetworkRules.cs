using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Register.Problems;

namespace Hub.Notices.Rules;

/// <summary>Who belongs to which network.</summary>
internal static class NetworkRules
{
    /// <summary>A State that claims a network which does not list it: the network's secretariat is asked.</summary>
    public static IEnumerable<Problem> V30Unlisted(RuleContext c) =>
        from m in c.Of<Change.SetMembership>()
        where c.Sender.Kind != CallerKind.Secretariat
        let membership = m.Change.Membership
        where !c.Register.Memberships.ContainsKey((membership.Network, membership.State))
        where c.Reference.Networks.TryFind(membership.Network, out var network) && !network.ListedMembers.Contains(membership.State)
        select Problem.Query(ProblemCode.V30, $"{m.Pointer}/membership/network", membership.Network);
}
