using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>What the Secretariat corrects before it decides, and what it enters itself.</summary>
public sealed class CorrectionTests
{
    private static readonly Caller Clerk = new("clerk-1", CallerKind.Secretariat) { Roles = SecretariatRoles.Editor };
    private readonly Desk _desk = new(Sample.Authority());

    private NoticeCorrections Corrections => new(_desk.Notices, _desk.Register, _desk.NoticeFlow, Sample.Data, _desk.Clock);

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

    [Fact]
    public async Task Of_two_clerks_at_once_the_second_is_told_and_the_first_ones_words_stay()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        await Correct(notice, Sample.Amending("""{"comments":"first"}"""));
        Assert.IsType<CorrectionResult.NotNow>(await Correct(notice, Sample.Amending("""{"comments":"second"}""")));
        var found = await _desk.Find(notice);
        Assert.Equal(("first", 1), ((string?)found.Form["changes"]![0]!["set"]!["comments"], found.Corrections.Count));
    }

    [Fact]
    public async Task Who_saw_the_form_before_a_correction_does_not_approve_the_one_after_it()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        await Correct(notice, Sample.Amending("""{"comments":"y"}"""));
        var request = new DecisionRequest(DecisionKind.Approve, null, null) { Corrections = 0 };
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decisions.Decide(notice.Id, Callers.First, request, default));
        Assert.Equal(0, _desk.Register.Commits);
        var seen = request with { Corrections = 1 };
        Assert.IsType<DecisionResult.Taken>(await _desk.Decisions.Decide(notice.Id, Callers.First, seen, default));
    }

    [Fact]
    public async Task Who_does_not_say_that_a_correction_was_seen_does_not_approve_it_but_may_reject()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        await Correct(notice, Sample.Amending("""{"comments":"y"}"""));
        Assert.IsType<DecisionResult.NotNow>(
            await _desk.Decisions.Decide(notice.Id, Callers.First, new(DecisionKind.Approve, null, null), default));
        Assert.Equal(0, _desk.Register.Commits);
        Assert.Null(Decisions.WhyNot(await _desk.Find(notice), Callers.First, DecisionKind.Approve));
        Assert.IsType<DecisionResult.Taken>(
            await _desk.Decisions.Decide(notice.Id, Callers.First, new(DecisionKind.Reject, "no", null), default));
    }

    [Fact]
    public async Task An_approval_of_the_form_before_a_correction_counts_no_more()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        var first = await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        Assert.Equal(NoticeStatus.SecondReview, ((DecisionResult.Taken)first).Notice.Status);
        var corrected = Taken(await Correct(
            await _desk.Find(notice), Desk.NewPair("""{"officialRef":"PMV/2/2025"}"""), Callers.First));
        Assert.Equal(NoticeStatus.Review, corrected.Status);
        // The one who corrected it is not the only one who approves it.
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal(0, _desk.Register.Commits);
        await _desk.Decide(notice, Callers.Second, DecisionKind.Approve);
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task An_office_that_stood_by_what_was_sent_is_asked_again_about_what_was_corrected()
    {
        var notice = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        Assert.IsType<CorrectionResult.NotNow>(await Correct(notice, Desk.NewPair("""{"officialRef":"A/1"}""")));
        await _desk.Decisions.Confirm(notice.Id, Callers.Mission, null, default);
        _desk.Clock.Advance(TimeSpan.FromDays(3));
        var corrected = Taken(await Correct(await _desk.Find(notice), Desk.NewPair("""{"officialRef":"A/1"}""")));
        Assert.Equal((NoticeStatus.Held, (string?)null), (corrected.Status, corrected.ConfirmedBy));
        Assert.Equal(_desk.Clock.Now, corrected.AsksSince);
        Assert.Null(corrected.OfficesAsked);
    }

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

    private Task<CorrectionResult> Correct(Notice seen, JsonObject form, Caller? by = null, string? reason = null) =>
        Corrections.Correct(seen.Id, by ?? Clerk, form, (seen.Corrections.Count, seen.Decisions.Count), reason, default);

    private static NoticeRefusal Refused(DecisionResult result) => Assert.IsType<DecisionResult.NotNow>(result).Why;

    private static Notice Taken(CorrectionResult result) => Assert.IsType<CorrectionResult.Taken>(result).Notice;
}
