using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Notices.Rules;

/// <summary>Whose mailbox an address is.</summary>
internal static class AddressRules
{
    /// <summary>
    /// An address that an office of another State has: by it the hub knows who writes and who signs in, and would know neither of the two.
    /// </summary>
    public static IEnumerable<Problem> V33AnothersAddress(RuleContext c)
    {
        var others = new Lazy<HashSet<string>>(() => Others(c));
        return ContactRules.Emails(c).Where(e => others.Value.Contains(e.Email.Address))
            .Select(e => Problem.Query(ProblemCode.V33, e.Pointer, e.Email.Address));
    }

    private static HashSet<string> Others(RuleContext c)
    {
        var ofRecords = c.Register.Authorities.Values.Where(a => IsOther(a.State(), c)).SelectMany(a => a.Restricted.Emails ?? [])
            .Select(e => e.Address);
        var ofOffices = c.Reference.Offices.Where(o => IsOther(o.State, c)).Select(o => o.Address);
        return ofRecords.Concat(ofOffices).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    // A territory and the State that speaks for it may have one office.
    private static bool IsOther(StateCode state, RuleContext c) =>
        state != c.State && c.Reference.States[state].Of != c.State && c.Reference.States[c.State].Of != state;
}
