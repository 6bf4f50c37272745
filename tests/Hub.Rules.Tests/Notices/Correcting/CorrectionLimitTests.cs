using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Correcting;

public sealed class CorrectionLimitTests : CorrectionCase
{
    [Theory]
    [InlineData("""{"state":"SEN"}""")]
    [InlineData("""{"amends":"XAA-other"}""")]
    public async Task A_correction_moves_no_notice_to_another_State_or_in_another_ones_place(string with)
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        Assert.IsType<CorrectionResult.Refused>(await Correct(notice, Sample.Amending("""{"comments":"y"}""", with)));
    }

    [Theory]
    [InlineData(NoticeStatus.Committed)]
    [InlineData(NoticeStatus.Approved)]
    [InlineData(NoticeStatus.Rejected)]
    public async Task What_is_decided_is_corrected_no_more(NoticeStatus status)
    {
        var notice = _desk.Put(status, Sample.Amending("""{"comments":"x"}"""));
        Assert.IsType<CorrectionResult.NotNow>(await Correct(notice, Sample.Amending("""{"comments":"y"}""")));
    }

    [Fact]
    public async Task A_network_that_said_it_lists_the_State_is_not_asked_again()
    {
        var claimed = await _desk.Routed(Sample.Claiming("WACAP"));
        Assert.Equal(NoticeStatus.Query, claimed.Status);
        var answered = _desk.Notices.Put(claimed with { NetworkAnswers = [new("wacap", true, "wacap", _desk.Clock.Now, null)] });
        var form = (JsonObject)answered.Form.DeepClone();
        form["officialRef"] = "A/1";
        Assert.DoesNotContain(Taken(await Correct(answered, form)).Problems, p => p.Code == ProblemCode.V30);
    }
}
