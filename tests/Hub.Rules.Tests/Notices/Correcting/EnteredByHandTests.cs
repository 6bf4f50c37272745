using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Correcting;

public sealed class EnteredByHandTests : CorrectionCase
{
    [Fact]
    public async Task Who_entered_a_notice_has_not_the_last_word_on_it()
    {
        var contact = await Entered(Sample.Amending("""{"comments":"x"}"""), OfficeRole.Mission);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(contact, Callers.First, DecisionKind.Approve));
        Assert.Equal(0, _desk.Register.Commits);
        await _desk.Decide(contact, Callers.Second, DecisionKind.Approve);
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task Who_entered_a_designation_is_not_its_second_reviewer()
    {
        var notice = await Entered(Desk.NewPair(), OfficeRole.Mission);
        await _desk.Decide(notice, Callers.Second, DecisionKind.Approve);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal(0, _desk.Register.Commits);
    }

    [Fact]
    public async Task Who_entered_a_designation_may_be_its_first_reviewer()
    {
        var notice = await Entered(Desk.NewPair(), OfficeRole.Mission);
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        await _desk.Decide(notice, Callers.Second, DecisionKind.Approve);
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task What_an_authority_said_waits_for_its_mission_also_where_the_Secretariat_enters_it() => Assert.Equal(
        NoticeStatus.Held, (await Entered(Desk.NewPair(), OfficeRole.Authority)).Status);

    private async Task<Notice> Entered(JsonObject form, OfficeRole office)
    {
        var sent = new Submission(Callers.First.Entering(Sample.State, office), form, "{}"u8.ToArray(), [], "key")
        {
            Entered = EntryRoad.Paper,
        };
        var accepted = Assert.IsType<SubmissionResult.Accepted>(await _desk.Intake.Accept(sent, default));
        return await _desk.Advance(accepted.Notice);
    }
}
