using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class DecidedNoticeTests : RefusalCase
{
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
}
