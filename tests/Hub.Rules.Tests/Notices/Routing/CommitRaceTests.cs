using Hub.Notices;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Routing;

public sealed class CommitRaceTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task A_commit_that_never_catches_up_stays_approved_and_due()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        for (var i = 0; i < 20; i++)
            _desk.Register.BeforeNextCommit(() => _desk.Register.Grow());
        Assert.Equal(NoticeStatus.Approved, (await _desk.Advance(approved)).Status);
        Assert.Equal(_desk.Clock.Now, (await _desk.Find(approved)).DueAt);
    }

    [Fact]
    public async Task An_approved_notice_whose_record_changed_goes_back_to_review()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        _desk.Register.Change(new Change.Confirm(Sample.Record));
        Assert.Equal(NoticeStatus.Review, (await _desk.Advance(approved)).Status);
        Assert.Equal(1, _desk.Register.Commits);
    }

    [Fact]
    public async Task A_record_that_changes_while_the_commit_is_under_way_is_not_overwritten()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        _desk.Register.BeforeNextCommit(
            () => _desk.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"newer"}"""))));
        Assert.Equal(NoticeStatus.Review, (await _desk.Advance(approved)).Status);
        Assert.Equal("newer", _desk.Register.Now.Authorities[Sample.Record].Restricted.Comments);
    }
}
