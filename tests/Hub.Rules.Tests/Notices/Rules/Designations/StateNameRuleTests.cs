using System.Text.Json.Nodes;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Designations;

public sealed class StateNameRuleTests
{
    [Theory]
    [InlineData("Arvenia", true)]
    [InlineData("xaa", true)]
    [InlineData("XAA", false)]
    public void V08_says_how_it_read_the_State(string state, bool trips)
    {
        var notice = Sample.Designating(notice: $$"""{"state":"{{state}}"}""");
        if (trips)
            Trips(notice, ProblemCode.V08, Outcome.Warn, "/state");
        else
            Passes(notice, ProblemCode.V08);
    }

    [Theory]
    [InlineData("Korea", "Republic of Korea (KOR), Democratic People’s Republic of Korea (PRK)")]
    [InlineData("Atlantis", "")]
    [InlineData("Republic", "")]
    public void V08_says_which_States_may_be_meant(string state, string candidates)
    {
        var problems = Sample.Read(Sample.Designating(notice: $$"""{"state":"{{state}}"}""")).Problems;
        var refused = Assert.Single(problems, p => p.Field == "/state" && p.Outcome == Outcome.Refuse);
        Assert.Equal(candidates.Length > 0 ? ProblemCode.V08 : ProblemCode.F06, refused.Code);
        Assert.Equal(candidates, string.Join("", refused.Arguments.Skip(1)).Replace('\'', '’'));
    }

    [Fact]
    public void V08_warns_of_a_territory_sent_as_a_State() =>
        Trips(Sample.Designating(notice: """{"state":"REU"}"""), ProblemCode.V08, Outcome.Warn, "/state", Callers.First);

    private static JsonObject Designating(string instrument, string article, string matter, string? scope = null) => Sample.Designating(
        $$"""{"designations":[{"instrument":"{{instrument}}","article":"{{article}}","matter":"{{matter}}","scope":"{{scope}}"}]}""");
}
