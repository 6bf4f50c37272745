using Hub.Notices;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Routing;

public sealed class CommitCrashTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task A_crash_between_approval_and_commit_is_made_good_when_due()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now.AddSeconds(30));
        Assert.Equal(NoticeStatus.Approved, (await _desk.Advance(approved)).Status);
        _desk.Clock.Advance(TimeSpan.FromSeconds(30));
        var committed = await _desk.Advance(approved);
        Assert.Equal((NoticeStatus.Committed, 1L), (committed.Status, committed.Sequence));
    }

    [Fact]
    public async Task A_crash_between_commit_and_its_note_on_the_notice_commits_nothing_twice()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        await _desk.Advance(approved);
        _desk.Notices.Put(approved);
        Assert.Equal((NoticeStatus.Committed, 1L), await Outcome(approved));
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task The_same_holds_for_a_notice_that_touches_no_record_and_for_an_old_snapshot()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Notice(NoticeKind.NilDeclaration,
            Sample.Object("""{"pair":{"instrument":"UNTOC","article":"16","matter":"EXTRADITION"}}""")), _desk.Clock.Now);
        _desk.Register.Cached = _desk.Register.Now;
        await _desk.Advance(approved);
        _desk.Notices.Put(approved);
        Assert.Equal((NoticeStatus.Committed, 1L), await Outcome(approved));
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task A_commit_that_others_overtook_is_prepared_again_on_the_new_head()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        for (var i = 0; i < 3; i++)
            _desk.Register.BeforeNextCommit(() => _desk.Register.Grow());
        Assert.Equal((NoticeStatus.Committed, 4L), await Outcome(approved));
        Assert.Null(ChainVerifier.Verify(_desk.Register.Log, _desk.Register.Now.Head));
    }

    private async Task<(NoticeStatus, long?)> Outcome(Notice notice) =>
        await _desk.Advance(notice) is var n ? (n.Status, n.Sequence) : default;
}
