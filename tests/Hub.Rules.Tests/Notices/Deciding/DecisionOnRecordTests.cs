using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class DecisionOnRecordTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Fact]
    public async Task A_future_date_of_effect_is_waited_for()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}""", """{"effectiveFrom":"2025-04-01"}"""));
        var approved = Taken(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal((NoticeStatus.Approved, new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero)), (approved.Status, approved.DueAt));
        _desk.Clock.Now = approved.DueAt!.Value.AddTicks(-1);
        Assert.Equal(NoticeStatus.Approved, (await _desk.Advance(notice)).Status);
        _desk.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(NoticeStatus.Committed, (await _desk.Advance(notice)).Status);
        Assert.Equal("x", _desk.Register.Now.Authorities[Sample.Record].Restricted.Comments);
    }

    [Fact]
    public async Task A_reviewer_who_looked_at_an_old_record_gets_both_versions_and_may_decide_on_the_new_one()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        _desk.Register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"unitName":"new unit"}""")));
        var stale = Assert.IsType<DecisionResult.RecordChanged>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal([(1, 2)], stale.Versions.Select(v => (v.Checked!.Version, v.Present!.Version)));
        Assert.IsType<DecisionResult.RecordChanged>(
            await _desk.Decide(notice, Callers.First, DecisionKind.Approve, null, (Sample.Record, 1)));
        Assert.Equal(
            NoticeStatus.Committed,
            Taken(await _desk.Decide(notice, Callers.First, DecisionKind.Approve, null, (Sample.Record, 2))).Status);
        var record = _desk.Register.Now.Authorities[Sample.Record];
        Assert.Equal((3, "x", "new unit"), (record.Version, record.Restricted.Comments, record.Restricted.UnitName));
    }

    [Fact]
    public async Task Of_two_decisions_at_one_moment_one_counts()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        var results = await Task.WhenAll(
            _desk.Decide(notice, Callers.First, DecisionKind.Approve), _desk.Decide(notice, Callers.Second, DecisionKind.Reject, "no"));
        Assert.Single(results.OfType<DecisionResult.Taken>());
        Assert.Single((await _desk.Find(notice)).Decisions);
    }

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
