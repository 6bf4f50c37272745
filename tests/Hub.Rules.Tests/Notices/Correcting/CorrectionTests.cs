using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Correcting;

/// <summary>What the Secretariat corrects before it decides, and what it enters itself.</summary>
public sealed class CorrectionTests : CorrectionCase
{
    [Fact]
    public async Task A_correction_is_what_is_decided_and_what_was_read_stays_beside_it()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"misread"}"""));
        var corrected = Taken(await Correct(notice, Sample.Amending("""{"comments":"as it stands"}"""), reason: "line 3"));
        Assert.Equal(NoticeStatus.Review, corrected.Status);
        var correction = Assert.Single(corrected.Corrections);
        Assert.Equal((Clerk.Name, "line 3", _desk.Clock.Now), (correction.By, correction.Reason, correction.At));
        Assert.True(JsonNode.DeepEquals(notice.Form, correction.Earlier));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        Assert.Equal("as it stands", _desk.Register.Now.Authorities[Sample.Record].Restricted.Comments);
    }

    [Fact]
    public async Task The_rules_are_run_on_the_corrected_form()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""), Callers.Authority);
        var corrected = Taken(await Correct(notice, Desk.NewPair()));
        Assert.Equal(NoticeStatus.Held, corrected.Status);
        Assert.Contains(corrected.Problems, p => p.Code == ProblemCode.V01);
    }

    [Theory]
    [InlineData("""{"phones":[{"number":"tomorrow"}]}""", ProblemCode.V11)]
    [InlineData("""{"nonsense":1}""", ProblemCode.F02)]
    public async Task What_a_correction_makes_worse_is_refused_and_changes_nothing(string set, ProblemCode code)
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        var refused = Assert.IsType<CorrectionResult.Refused>(await Correct(notice, Sample.Amending(set)));
        Assert.Contains(refused.Problems, p => p.Code == code);
        Assert.Equal(notice.ETag, (await _desk.Find(notice)).ETag);
    }

    [Fact]
    public async Task What_the_State_was_asked_already_does_not_stop_a_correction()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"phones":[{"number":"tomorrow"}]}"""));
        Assert.Equal(NoticeStatus.Query, notice.Status);
        Assert.IsType<CorrectionResult.Taken>(
            await Correct(notice, Sample.Amending("""{"phones":[{"number":"tomorrow"}],"comments":"x"}""")));
    }
}
