using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>What part of its State an authority is competent for is a matter of its designation.</summary>
public sealed class JurisdictionTests
{
    private static readonly Caller Kingdom = new("Permanent Mission", CallerKind.State, new("GBR"), OfficeRole.Mission);

    [Fact]
    public async Task An_authority_does_not_say_for_which_part_of_its_State_it_is_competent()
    {
        var desk = new Desk(Sample.Authority());
        var notice = await desk.Routed(Sample.Amending("""{"jurisdiction":"XA-01"}"""), Callers.Authority);
        Assert.Equal(NoticeStatus.Held, notice.Status);
        Assert.Equal((ProblemCode.V01, Outcome.Hold), (notice.Problems[0].Code, notice.Problems[0].Outcome));
    }

    [Theory]
    [InlineData("""{"jurisdiction":"XA-01"}""")]
    [InlineData("""{"jurisdiction":null}""")]
    public async Task A_change_of_it_wants_two_reviewers(string set)
    {
        var record = Sample.Authority();
        var desk = new Desk(record with { Public = record.Public with { Jurisdiction = "XA-02" } });
        var notice = await desk.Routed(Sample.Amending(set));
        var first = await desk.Decide(notice, Callers.First, DecisionKind.Approve);
        Assert.Equal(NoticeStatus.SecondReview, Assert.IsType<DecisionResult.Taken>(first).Notice.Status);
    }

    [Theory]
    [InlineData("GB-SCT")]
    [InlineData("GB-NIR")]
    [InlineData("gb-eng")]
    [InlineData("JEY")]
    [InlineData("GB-JEY")]
    public void It_is_the_code_of_a_part_or_a_territory_of_that_State(string code)
    {
        Assert.DoesNotContain(Amending(code), p => p.Outcome == Outcome.Refuse);
        Assert.DoesNotContain(Designating(code), p => p.Outcome == Outcome.Refuse);
    }

    [Theory]
    [InlineData("+999 155 5010 Anna", ProblemCode.F03)]
    [InlineData("Scotland", ProblemCode.F03)]
    [InlineData("GB-", ProblemCode.F03)]
    [InlineData("GB-SCOTLAND", ProblemCode.F03)]
    [InlineData("GB-SCT\n", ProblemCode.F03)]
    [InlineData("", ProblemCode.F03)]
    [InlineData("FR-75", ProblemCode.F06)]
    [InlineData("REU", ProblemCode.F06)]
    [InlineData("FRA", ProblemCode.F06)]
    public void Anything_else_is_refused_with_a_model_of_what_is_wanted(string text, ProblemCode code)
    {
        var (amending, designating) = (Refused(Amending(text)), Refused(Designating(text)));
        Assert.Equal((code, "/changes/0/set/jurisdiction"), (amending.Code, amending.Field));
        Assert.Equal((code, "/changes/0/authority/jurisdiction"), (designating.Code, designating.Field));
    }

    private static Problem Refused(IReadOnlyList<Problem> problems) => Assert.Single(problems, p => p.Outcome == Outcome.Refuse);

    private static IReadOnlyList<Problem> Amending(string code)
    {
        var notice = Sample.Amending("{}", """{"state":"GBR"}""");
        notice["changes"]![0]!["set"] = new JsonObject { ["jurisdiction"] = code };
        return Sample.Read(notice, Kingdom, Sample.Reference(Sample.Authority(state: new("GBR")))).Problems;
    }

    private static IReadOnlyList<Problem> Designating(string code)
    {
        var notice = Sample.Designating(notice: """{"state":"GBR"}""");
        notice["changes"]![0]!["authority"]!["jurisdiction"] = code;
        return Sample.Read(notice, Kingdom, Sample.Reference()).Problems;
    }
}
