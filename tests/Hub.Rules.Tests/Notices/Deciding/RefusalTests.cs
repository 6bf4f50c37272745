using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

/// <summary>What a reviewer is told who cannot decide, and what is kept of one who could.</summary>
public sealed class RefusalTests : RefusalCase
{
    [Theory]
    [InlineData(NoticeStatus.Held, DecisionKind.Approve, "r", NoticeRefusal.OfficeIsAsked)]
    [InlineData(NoticeStatus.Query, DecisionKind.Approve, " ", NoticeRefusal.WantsAnswers)]
    [InlineData(NoticeStatus.Review, DecisionKind.Reject, " ", NoticeRefusal.WantsReason)]
    [InlineData(NoticeStatus.Review, DecisionKind.Query, null, NoticeRefusal.WantsReason)]
    [InlineData(NoticeStatus.Committed, DecisionKind.Approve, "r", NoticeRefusal.NothingToDecide)]
    [InlineData(NoticeStatus.Received, DecisionKind.Reject, "r", NoticeRefusal.NothingToDecide)]
    public async Task Who_cannot_decide_is_told_why(NoticeStatus status, DecisionKind kind, string? reason, NoticeRefusal why) =>
        Assert.Equal(why, Refused(await _desk.Decide(_desk.Put(status, Comment), Callers.First, kind, reason)));

    [Fact]
    public async Task An_incomplete_form_is_approved_by_nobody_and_a_question_to_the_sender_is_answered_by_a_reason()
    {
        var incomplete = _desk.Notices.Put(
            _desk.Put(NoticeStatus.Query, Comment) with { Problems = [Problem.Refuse(ProblemCode.F03, "/changes/0", "18")] });
        Assert.Equal(NoticeRefusal.Incomplete, Refused(await Approve(incomplete, Callers.First)));
        var asked = _desk.Notices.Put(
            _desk.Put(NoticeStatus.Query, Comment) with { Problems = [Problem.Query(ProblemCode.V09, "/changes/0", "a", "b")] });
        Assert.IsType<DecisionResult.Taken>(await Approve(asked, Callers.First));
    }

    [Fact]
    public async Task Whoever_has_a_word_in_it_already_is_told_whose_word_is_wanted()
    {
        var notice = await _desk.Routed(Desk.NewPair());
        await Approve(notice, Callers.First);
        Assert.Equal(NoticeRefusal.WantsColleague, Refused(await Approve(notice, Callers.First)));

        var held = await _desk.Routed(
            Sample.Amending("""{"authorityName":{"en":"Office"}}""", """{"kind":"CHANGE_OF_DESIGNATION"}"""), Callers.Authority);
        await _desk.Decisions.Confirm(
            held.Id, Callers.Mission with { MadeBy = Callers.First.Person }, held.ReceivedAt.AddMinutes(1), default);
        Assert.Equal(NoticeRefusal.VouchedFor, Refused(await Approve(held, Callers.First)));
    }

    [Fact]
    public async Task Who_set_an_offices_address_before_the_notice_came_or_at_that_moment_has_no_word_in_it()
    {
        var held = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        var confirmed = Taken(await _desk.Decisions.Confirm(
            held.Id, Callers.Mission with { MadeBy = Callers.First.Person }, held.ReceivedAt, default));
        Assert.Null(confirmed.ConfirmerMadeBy);
        Assert.IsType<DecisionResult.Taken>(await Approve(held, Callers.First));
    }

    [Fact]
    public async Task An_office_that_cannot_confirm_is_told_so_and_who_confirms_twice_too()
    {
        var held = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        Assert.Equal(NoticeRefusal.NotToConfirm, Refused(await _desk.Decisions.Confirm(held.Id, Callers.Authority, null, default)));
        Taken(await _desk.Decisions.Confirm(held.Id, Callers.Mission, null, default));
        Assert.Equal(NoticeRefusal.NotToConfirm, Refused(await _desk.Decisions.Confirm(held.Id, Callers.Mission, null, default)));
        Assert.IsType<DecisionResult.Unknown>(await _desk.Decisions.Confirm("XAA-none", Callers.Mission, null, default));
    }

    [Fact]
    public async Task What_the_register_does_not_take_waits_for_a_reviewer_who_is_told_so()
    {
        var notice = await _desk.Routed(Comment);
        _desk.Register.TakesNothing = true;
        var refused = Assert.IsType<DecisionResult.NotNow>(await Approve(notice, Callers.First));
        Assert.Equal(NoticeRefusal.NotTaken, refused.Why);
        Assert.Equal((NoticeStatus.Review, "TOO_LARGE"), (refused.Notice.Status, refused.Notice.Trouble));
        _desk.Register.TakesNothing = false;
        Assert.Equal(NoticeStatus.Committed, Taken(await Approve(refused.Notice, Callers.First)).Status);
    }

    private static NoticeRefusal Refused(DecisionResult result) => Assert.IsType<DecisionResult.NotNow>(result).Why;
}
