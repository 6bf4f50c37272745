using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class DecisionKeptTests : RefusalCase
{
    [Fact]
    public async Task A_decision_and_a_confirmation_are_taken_though_the_sender_is_told_at_the_same_moment()
    {
        var notice = await _desk.Routed(Comment);
        _desk.Notices.Touched = notice.Id;
        Assert.IsType<DecisionResult.Taken>(await Approve(notice, Callers.First));

        var held = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        _desk.Notices.Touched = held.Id;
        Assert.IsType<DecisionResult.Taken>(await _desk.Decisions.Confirm(held.Id, Callers.Mission, null, default));
    }

    [Fact]
    public async Task A_decision_keeps_who_took_it_with_whose_key_when_and_why()
    {
        var notice = await _desk.Routed(Comment);
        var reviewer = Callers.First with { MadeBy = "maker", SignedIn = true };
        var decision = Assert.Single(Taken(await _desk.Decide(notice, reviewer, DecisionKind.Query, "Which?")).Decisions);
        Assert.Equal(
            (DecisionKind.Query, reviewer.Name, _desk.Clock.Now, "Which?", "maker", true),
            (decision.Kind, decision.Reviewer, decision.At, decision.Reason, decision.MadeBy, decision.SignedIn));
    }

    [Fact]
    public async Task A_question_to_the_sender_leaves_those_to_others_open_and_a_rejection_ends_them()
    {
        var held = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        var due = _desk.Clock.Now.AddDays(2);
        held = _desk.Notices.Put(held with { DueAt = due });
        var queried = Taken(await _desk.Decide(held, Callers.First, DecisionKind.Query, "Which?"));
        Assert.Equal((NoticeStatus.Query, due), (queried.Status, queried.DueAt));
        Assert.Null(Taken(await _desk.Decide(held, Callers.First, DecisionKind.Reject, "No.")).DueAt);
    }
}
