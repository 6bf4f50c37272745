using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

public sealed class SenderRuleTests
{
    [Fact]
    public void V01_holds_an_authoritys_own_designation_but_not_its_contact_details()
    {
        Trips(Sample.Designating(), ProblemCode.V01, Outcome.Hold, "/changes/0", Callers.Authority);
        Trips(Sample.Amending("""{"authorityName":{"en":"Another"} }"""), ProblemCode.V01, Outcome.Hold, "/changes/0", Callers.Authority);
        Passes(Sample.Amending("""{"comments":"x"}"""), ProblemCode.V01, Callers.Authority);
        foreach (var caller in new[] { Callers.Mission, Callers.Ministry, Callers.First })
            Passes(Sample.Designating(), ProblemCode.V01, caller);
    }

    [Fact]
    public void V20_lets_the_mission_prevail_for_thirty_days()
    {
        var amended = Sample.Amending("""{"comments":"x"}""");
        Trips(
            amended, ProblemCode.V20, Outcome.Query, "/changes/0/set/comments", Callers.Authority,
            SetBy(OfficeRole.Mission, 29, null, "comments"));
        Passes(amended, ProblemCode.V20, Callers.Authority, SetBy(OfficeRole.Mission, 31, null, "comments"));
        Passes(amended, ProblemCode.V20, Callers.Authority, SetBy(OfficeRole.Mission, 29, null, "phones"));
        Passes(amended, ProblemCode.V20, Callers.Authority, SetBy(OfficeRole.Authority, 29, null, "comments"));
        Passes(amended, ProblemCode.V20, Callers.Mission, SetBy(OfficeRole.Mission, 29, null, "comments"));
        Passes(amended, ProblemCode.V20, Callers.First, SetBy(OfficeRole.Authority, 29, null, "comments"));
        Passes(
            Sample.Amending($$"""{"comments":"{{Sample.Marker}}"}"""), ProblemCode.V20, Callers.Authority,
            SetBy(OfficeRole.Mission, 29, null, "comments"));
    }

    [Fact]
    public void V20_tells_the_mission_that_the_authority_lately_said_otherwise()
    {
        var amended = Sample.Amending("""{"comments":"x"}""");
        foreach (var office in new[] { Callers.Mission, Callers.Ministry })
        {
            Trips(
                amended, ProblemCode.V20, Outcome.Warn, "/changes/0/set/comments", office,
                SetBy(OfficeRole.Authority, 29, null, "comments"));
            Passes(amended, ProblemCode.V20, office, SetBy(OfficeRole.Authority, 31, null, "comments"));
        }
    }
}
