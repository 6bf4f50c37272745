using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Rules.Tests.Notices;

/// <summary>What a reviewer is told who cannot decide, and what is kept of one who could.</summary>
public sealed class RefusalTests
{
    private static readonly JsonObject Comment = Sample.Amending("""{"comments":"x"}""");
    private readonly Desk _desk = new(Sample.Authority());

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

    [Fact]
    public async Task A_process_that_ends_between_decision_and_commit_leaves_a_notice_that_is_due_in_half_a_minute()
    {
        var notice = await _desk.Routed(Comment);
        _desk.Register.BeforeNextCommit(() => throw new CrashException());
        await Assert.ThrowsAsync<CrashException>(() => Approve(notice, Callers.First));
        var approved = await _desk.Find(notice);
        Assert.Equal((NoticeStatus.Approved, _desk.Clock.Now.AddSeconds(30)), (approved.Status, approved.DueAt));
    }

    [Fact]
    public async Task A_day_of_effect_that_has_come_is_not_waited_for()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}""", """{"effectiveFrom":"2025-03-15"}"""));
        _desk.Clock.Now = new(2025, 3, 15, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(NoticeStatus.Committed, Taken(await Approve(notice, Callers.First)).Status);
    }

    [Fact]
    public async Task What_the_secretariat_sends_may_be_quiet_and_what_anybody_else_sends_is_not()
    {
        foreach (var (sender, quiet) in new[] { (Callers.Second, true), (Callers.Mission, (bool?)null) })
        {
            var desk = new Desk(Sample.Authority());
            var notice = await desk.Routed(
                Sample.Amending("""{"comments":"x"}""", """{"quiet":true,"noteDate":"2025-03-01"}"""), sender);
            Assert.IsType<DecisionResult.Taken>(await desk.Decide(notice, Callers.First, DecisionKind.Approve, "r"));
            Assert.Equal(quiet, Assert.Single(desk.Register.Log).Facts.Quiet);
            var kept = desk.Register.Now.Authorities[Sample.Record].Secretariat;
            Assert.Equal((notice.Id, new DateOnly(2025, 3, 1), sender.Role), (kept.SourceNotice, kept.NoteDate, kept.SetBy));
            Assert.Equal([Callers.First.Name], kept.Reviewers!);
        }
    }

    [Fact]
    public async Task A_notice_that_fails_is_due_after_a_minute_and_then_after_two()
    {
        var accepted = Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(Comment)).Notice;
        _desk.Register.Breaks = true;
        foreach (var minutes in new[] { 1, 2 })
        {
            var due = _desk.Clock.Now.AddMinutes(minutes);
            Assert.Equal(due, (await _desk.Advance(accepted)).DueAt);
            _desk.Clock.Now = due;
        }
    }

    [Fact]
    public async Task An_outage_and_a_shutdown_are_no_failures_of_the_notice()
    {
        var notice = Assert.IsType<SubmissionResult.Accepted>(await _desk.Submit(Comment)).Notice;
        _desk.Register.Breaks = true;
        using var flow = new NoticeFlow(
            _desk.Notices, _desk.Register, new(_desk.Files, new(), _desk.Clock), Sample.Data, new(_ => true), _desk.Ids, _desk.Clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => flow.Advance(notice.Id, default));
        Assert.Equal(0, (await _desk.Find(notice)).Attempts);

        var approved = _desk.Put(NoticeStatus.Approved, Comment, _desk.Clock.Now);
        _desk.Register.BeforeNextCommit(() => throw new OperationCanceledException());
        _desk.Register.Breaks = false;
        await Assert.ThrowsAsync<OperationCanceledException>(() => _desk.Advance(approved));
        Assert.Equal(0, (await _desk.Find(approved)).Attempts);
    }

    [Fact]
    public async Task Since_when_an_office_or_a_network_is_asked_is_kept_and_nobody_else_is_asked()
    {
        Assert.Equal(_desk.Clock.Now, (await _desk.Routed(Desk.NewPair(), Callers.Authority)).AsksSince);
        Assert.Equal(_desk.Clock.Now, (await _desk.Routed(Sample.Claiming("wacap"))).AsksSince);
        Assert.Null((await _desk.Routed(Sample.Amending("""{"emails":[{"address":"no address"}]}"""))).AsksSince);
        Assert.Null((await _desk.Routed(Comment)).AsksSince);
    }

    [Fact]
    public async Task A_replacement_is_checked_against_the_record_that_it_replaces()
    {
        var notice = Sample.Designating(notice: """{"kind":"CHANGE_OF_DESIGNATION"}""");
        notice["changes"]![0]!["replaces"] = Sample.Record;
        var routed = await _desk.Routed(notice);
        Assert.Equal(1, routed.BasedOn[Sample.Record]);
        _desk.Register.Change(new Change.Confirm(Sample.Record));
        Assert.Equal([Sample.Record], NoticeFlow.StaleRecords(routed, _desk.Register.Now));
    }

    private Task<DecisionResult> Approve(Notice notice, Caller reviewer) =>
        _desk.Decide(notice, reviewer, DecisionKind.Approve, "answered");

    private static NoticeRefusal Refused(DecisionResult result) => Assert.IsType<DecisionResult.NotNow>(result).Why;

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
