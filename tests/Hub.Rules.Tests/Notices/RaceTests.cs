using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices;

/// <summary>Decisions, confirmations and commits, while others write the same notice or the register.</summary>
public sealed class RaceTests
{
    private static readonly Decision Question = new(DecisionKind.Query, "another", Sample.Now, "which office?");
    private readonly Desk _desk = new(Sample.Authority());

    [Theory]
    [InlineData(null)]
    [InlineData("reviewer-9")]
    public async Task A_confirmation_is_taken_though_the_sender_is_told_meanwhile_and_says_still_who_is_behind_it(string? also)
    {
        var held = await _desk.Routed(Desk.NewPair(), Callers.Authority);
        _desk.Notices.Touched = held.Id;
        string[]? behind = also is null ? null : [also];
        var taken = await _desk.Decisions.Confirm(held.Id, Callers.Mission, null, default, behind);
        Assert.Equal(behind ?? [], Assert.IsType<DecisionResult.Taken>(taken).Notice.ConfirmerAlsoMadeBy);
    }

    [Fact]
    public async Task Nothing_is_decided_over_what_a_colleague_decided_though_the_sender_was_told_of_that_meanwhile()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        _desk.Notices.Meanwhile = n => n with { Status = NoticeStatus.Query, Told = "QUERY-1", Decisions = [Question] };
        _desk.Notices.Touched = notice.Id;
        Assert.IsType<DecisionResult.NotNow>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve, "by telephone"));
        Assert.Equal((NoticeStatus.Query, Question), ((await _desk.Find(notice)).Status, (await _desk.Find(notice)).Decisions.Single()));
    }

    [Fact]
    public async Task A_second_reviewer_who_saw_the_version_that_the_first_saw_approves_with_it()
    {
        var notice = await _desk.Routed(
            Sample.Amending("""{"authorityName":{"en":"Office of Cooperation"}}""", """{"kind":"CHANGE_OF_DESIGNATION"}"""));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        var second = await _desk.Decide(notice, Callers.Second, DecisionKind.Approve, null, (Sample.Record, 1));
        Assert.Equal(NoticeStatus.Committed, Assert.IsType<DecisionResult.Taken>(second).Notice.Status);
    }

    [Fact]
    public async Task What_an_old_snapshot_says_of_a_record_sends_no_notice_back_to_review()
    {
        var old = _desk.Register.Now;
        _desk.Register.Change(new Change.Confirm(Sample.Record));
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        _desk.Notices.Put(approved with { BasedOn = new Dictionary<string, int> { [Sample.Record] = 2 } });
        _desk.Register.Cached = old;
        Assert.Equal(NoticeStatus.Committed, (await _desk.Advance(approved)).Status);
    }

    [Fact]
    public async Task A_commit_whose_note_another_overtakes_leaves_the_notice_due_and_is_noted_once_more()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        _desk.Notices.Touched = approved.Id;
        var left = await _desk.Advance(approved);
        Assert.Equal((NoticeStatus.Approved, "meanwhile", _desk.Clock.Now), (left.Status, left.Told, left.DueAt));
        Assert.Equal(NoticeStatus.Committed, (await _desk.Advance(approved)).Status);
        Assert.Equal(1, _desk.Register.Commits);
    }
}
