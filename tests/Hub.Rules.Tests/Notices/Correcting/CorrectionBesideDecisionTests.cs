using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Correcting;

public sealed class CorrectionBesideDecisionTests : CorrectionCase
{
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
}
