using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules.Designations;

public sealed class ReplacementRuleTests
{
    private const string Place = "/changes/0/authority/designations/0";
    private static readonly Reference Nobody = Sample.Reference();

    [Fact]
    public void V06_asks_which_of_two_authorities_ends()
    {
        Trips(Sample.Designating(), ProblemCode.V06, Outcome.Query, Place);
        Passes(Replacing(Sample.Record), ProblemCode.V06);
        Passes(Designating("UNTOC", "16", "EXTRADITION"), ProblemCode.V06);
        Passes(Sample.Designating(), ProblemCode.V06, reference: Sample.Reference(Sample.Authority(state: Sample.OtherState)));
    }

    [Fact]
    public void V06_asks_about_two_new_authorities_for_one_pair_in_one_notice()
    {
        var twice = Sample.Notice(
            NoticeKind.NewDesignation, new JsonObject { ["authority"] = Sample.AuthorityJson() },
            new JsonObject { ["authority"] = Sample.AuthorityJson("""{"authorityName":{"en":"Another office"}}""") });
        Trips(twice, ProblemCode.V06, Outcome.Query, "/changes/1/authority/designations/0", reference: Nobody);
        twice["changes"]![1]!["authority"]!["designations"]![0]!["scope"] = "Cybercrime only";
        Passes(twice, ProblemCode.V06, reference: Nobody);
        var words = string.Concat(Enumerable.Repeat("requests of the courts of the capital ", 8));
        twice["changes"]![0]!["authority"]!["designations"]![0]!["scope"] = words;
        twice["changes"]![1]!["authority"]!["designations"]![0]!["scope"] = $"{words}and of the islands";
        Passes(twice, ProblemCode.V06, reference: Nobody);
    }

    [Fact]
    public void V06_lets_each_part_of_a_State_have_its_own_authority()
    {
        var elsewhere = Sample.Authority();
        elsewhere = elsewhere with { Public = elsewhere.Public with { Jurisdiction = "XA-01" } };
        Passes(Sample.Designating(), ProblemCode.V06, reference: Sample.Reference(elsewhere));
        Passes(Sample.Designating("""{"jurisdiction":"XA-02"}"""), ProblemCode.V06, reference: Sample.Reference(elsewhere));
        Trips(
            Sample.Designating("""{"jurisdiction":"xa-01"}"""),
            ProblemCode.V06,
            Outcome.Query,
            Place,
            reference: Sample.Reference(elsewhere));
        var both = Sample.Notice(
            NoticeKind.NewDesignation, new JsonObject { ["authority"] = Sample.AuthorityJson("""{"jurisdiction":"XA-01"}""") },
            new JsonObject { ["authority"] = Sample.AuthorityJson("""{"jurisdiction":"XA-02"}""") });
        Passes(both, ProblemCode.V06, reference: Nobody);
    }

    [Fact]
    public void V06_does_not_ask_again_who_said_that_none_ends() => Passes(Replacing("none"), ProblemCode.V06);

    private static JsonObject Designating(string instrument, string article, string matter, string? scope = null) => Sample.Designating(
        $$"""{"designations":[{"instrument":"{{instrument}}","article":"{{article}}","matter":"{{matter}}","scope":"{{scope}}"}]}""");

    private static JsonObject Replacing(string record)
    {
        var notice = Sample.Designating(notice: """{"kind":"CHANGE_OF_DESIGNATION"}""");
        notice["changes"]![0]!["replaces"] = record;
        return notice;
    }
}
