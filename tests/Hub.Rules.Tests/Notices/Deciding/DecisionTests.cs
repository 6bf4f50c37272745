using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

public sealed class DecisionTests
{
    private readonly Desk _desk = new(Sample.Authority());

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_decision_leads_where_the_table_says_or_changes_nothing(NoticeStatus status, DecisionKind kind, NoticeStatus? after)
    {
        var notice = _desk.Put(status, Sample.Amending("""{"comments":"x"}"""));
        var result = await _desk.Decide(notice, Callers.First, kind, "because");
        Assert.Equal(after is null ? typeof(DecisionResult.NotNow) : typeof(DecisionResult.Taken), result.GetType());
        Assert.Equal(after ?? status, (await _desk.Find(notice)).Status);
        Assert.Equal(after == NoticeStatus.Committed ? 1 : 0, _desk.Register.Commits);
    }

    [Theory]
    [InlineData(NoticeStatus.Review, DecisionKind.Reject)]
    [InlineData(NoticeStatus.Review, DecisionKind.Query)]
    [InlineData(NoticeStatus.Query, DecisionKind.Approve)]
    public async Task Some_decisions_want_a_reason(NoticeStatus status, DecisionKind kind) => Assert.IsType<DecisionResult.NotNow>(
        await _desk.Decide(_desk.Put(status, Sample.Amending("""{"comments":"x"}""")), Callers.First, kind, " "));

    [Fact]
    public async Task Nobody_decides_on_a_notice_that_is_not_there() => Assert.IsType<DecisionResult.Unknown>(
        await _desk.Decide(Desk.Notice("XAA-none", NoticeStatus.Review, []), Callers.First, DecisionKind.Approve));

    [Fact]
    public async Task Who_approves_as_another_notice_changes_the_record_is_told_so_and_shown_both_versions()
    {
        var notice = await _desk.Routed(Sample.Amending("""{"comments":"x"}"""));
        _desk.Register.BeforeNextCommit(() => _desk.Register.Change(new Change.Confirm(Sample.Record)));
        var changed = Assert.IsType<DecisionResult.RecordChanged>(await _desk.Decide(notice, Callers.First, DecisionKind.Approve));
        Assert.Equal((1, 2), (changed.Versions.Single().Checked!.Version, changed.Versions.Single().Present!.Version));
        Assert.Equal(NoticeStatus.Review, (await _desk.Find(notice)).Status);
        var again = await _desk.Decide(notice, Callers.First, DecisionKind.Approve, null, (Sample.Record, 2));
        Assert.Equal(NoticeStatus.Committed, Taken(again).Status);
    }

    [Fact]
    public async Task Who_approves_what_no_longer_fits_the_register_as_it_is_committed_is_told_why()
    {
        var notice = await _desk.Routed(Sample.Notice(NoticeKind.Withdrawal, Sample.Object(
            $$"""{"recordId":"{{Sample.Record}}","lastDay":"2025-03-31"}""")));
        await _desk.Decide(notice, Callers.First, DecisionKind.Approve);
        _desk.Register.BeforeNextCommit(() => _desk.Register.Change(new Change.Confirm(Sample.Record)));
        Assert.IsType<DecisionResult.RecordChanged>(await _desk.Decide(notice, Callers.Second, DecisionKind.Approve));
    }

    public static TheoryData<NoticeStatus, DecisionKind, NoticeStatus?> Table
    {
        get
        {
            var table = new TheoryData<NoticeStatus, DecisionKind, NoticeStatus?>();
            foreach (var status in Enum.GetValues<NoticeStatus>())
                foreach (var kind in Enum.GetValues<DecisionKind>())
                    table.Add(status, kind, After(status, kind));
            return table;
        }
    }

    private static NoticeStatus? After(NoticeStatus status, DecisionKind kind) => (status, kind) switch
    {
        (NoticeStatus.Held, DecisionKind.Approve) => null,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query, DecisionKind.Approve) => NoticeStatus.Committed,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query or NoticeStatus.Held, DecisionKind.Reject) =>
            NoticeStatus.Rejected,
        (NoticeStatus.Review or NoticeStatus.SecondReview or NoticeStatus.Query or NoticeStatus.Held, DecisionKind.Query) =>
            NoticeStatus.Query,
        _ => null,
    };

    private static Notice Taken(DecisionResult result) => Assert.IsType<DecisionResult.Taken>(result).Notice;
}
