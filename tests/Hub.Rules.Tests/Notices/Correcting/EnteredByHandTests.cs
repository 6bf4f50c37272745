using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
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
    public async Task Who_corrected_what_was_read_has_not_the_last_word_on_it()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        var corrected = Taken(await Correct(notice, Sample.Amending("""{"comments":"y"}"""), Callers.First));
        Assert.Equal(NoticeRefusal.OwnWord, Refused(await _desk.Decide(corrected, Callers.First, DecisionKind.Approve)));
        Assert.Equal(0, _desk.Register.Commits);
        await _desk.Decide(corrected, Callers.Second, DecisionKind.Approve);
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task What_a_reviewer_may_have_written_by_another_name_wants_two_of_them()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        var person = Callers.First with { Name = "a person's id", SignedIn = true };
        var corrected = Taken(await Correct(notice, Sample.Amending("""{"comments":"y"}"""), person));
        await _desk.Decide(corrected, Callers.First, DecisionKind.Approve);
        Assert.Equal(NoticeRefusal.WantsColleague, Refused(await _desk.Decide(corrected, Callers.First, DecisionKind.Approve)));
        Assert.Equal(0, _desk.Register.Commits);
        await _desk.Decide(corrected, Callers.Second, DecisionKind.Approve);
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Theory]
    [InlineData("first", null)]
    [InlineData("a key of the first", "first")]
    public async Task What_a_reviewer_sent_by_the_API_somebody_else_approves(string sender, string? madeBy)
    {
        var notice = await _desk.Routed(
            Sample.Amending("""{"comments":"x"}"""), new(sender == "first" ? Callers.First.Name : sender, CallerKind.Secretariat)
            {
                MadeBy = madeBy is null ? null : Callers.First.Name,
            });
        Assert.Equal(NoticeRefusal.OwnWord, Refused(await _desk.Decide(notice, Callers.First, DecisionKind.Approve)));
        await _desk.Decide(notice, Callers.Second, DecisionKind.Approve);
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
