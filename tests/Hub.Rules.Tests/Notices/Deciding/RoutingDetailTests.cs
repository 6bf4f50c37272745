using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class RoutingDetailTests : RefusalCase
{
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
            _desk.Notices, _desk.Register, _desk.Offices, new(_desk.Files, new(), _desk.Clock), Sample.Data, new(_ => true), _desk.Ids,
            _desk.Clock);
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
}
