using Hub.Notices;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

public sealed class NetworkRuleTests
{
    [Fact]
    public void V30_asks_the_network_that_does_not_list_the_State()
    {
        var claim = Sample.Notice(NoticeKind.NetworkMembership, Sample.Object("""{"membership":{"network":"wacap"} }"""));
        Trips(claim, ProblemCode.V30, Outcome.Query, "/changes/0/membership/network");
        Passes(claim, ProblemCode.V30, Callers.First);
        var listed = Sample.Notice(NoticeKind.NetworkMembership, Sample.Object("""{"membership":{"network":"wacap"} }"""));
        listed["state"] = "SEN";
        Passes(listed, ProblemCode.V30, Callers.OtherMission);
    }
}
