using Hub.InMemory;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Rules;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Deciding;

/// <summary>Who may take a notice back, and until when.</summary>
public sealed class WithdrawalTests
{
    private static readonly Caller Mission = new("mission", CallerKind.State, Sample.State, OfficeRole.Mission);
    private static readonly Caller Ministry = new("ministry", CallerKind.State, Sample.State, OfficeRole.Ministry);
    private static readonly Caller Authority = new("authority", CallerKind.State, Sample.State, OfficeRole.Authority);
    private static readonly Caller Foreign = new("foreign", CallerKind.State, Sample.OtherState, OfficeRole.Mission);
    private readonly MemoryNotices _notices = new();
    private readonly ManualClock _clock = new(Sample.Now);

    public static TheoryData<NoticeStatus> Statuses => [.. Enum.GetValues<NoticeStatus>()];

    [Theory, MemberData(nameof(Statuses))]
    public async Task Only_before_it_is_decided(NoticeStatus status)
    {
        var isOpen = status is NoticeStatus.Query or NoticeStatus.Held or NoticeStatus.Review or NoticeStatus.SecondReview;
        var notice = Put(Mission, status);
        var result = await Withdraw(Mission);
        var now = _notices.All.Single();
        Assert.Equal(isOpen, result is DecisionResult.Taken);
        Assert.Equal(isOpen ? (NoticeStatus.Closed, "mission") : (status, null), (now.Status, now.WithdrawnBy));
        Assert.Equal(isOpen ? _clock.GetUtcNow() : null, now.WithdrawnAt);
        Assert.Equal(notice.Decisions, now.Decisions);
    }

    [Fact]
    public async Task A_mission_and_a_ministry_speak_for_each_other_and_an_authority_for_itself()
    {
        Put(Mission, NoticeStatus.Review);
        Assert.True(await Withdraw(Authority) is DecisionResult.NotNow { Why: NoticeRefusal.NotToWithdraw });
        Assert.True(await Withdraw(Foreign) is DecisionResult.Unknown);
        Assert.True(await Withdraw(Mission with { Kind = CallerKind.Secretariat, State = null }) is DecisionResult.Unknown);
        Assert.True(await Withdraw(Ministry) is DecisionResult.Taken { Notice.WithdrawnBy: "ministry" });
        Put(Authority, NoticeStatus.Held);
        Assert.True(await Withdraw(Mission) is DecisionResult.NotNow);
        Assert.True(await Withdraw(Authority) is DecisionResult.Taken);
    }

    [Fact]
    public async Task Asked_for_twice_it_is_done_once_and_what_others_do_meanwhile_is_no_hindrance()
    {
        Put(Mission, NoticeStatus.Review);
        await Withdraw(Mission);
        _clock.Advance(TimeSpan.FromHours(1));
        var again = Assert.IsType<DecisionResult.Taken>(await Withdraw(Mission));
        Assert.Equal(Sample.Now, again.Notice.WithdrawnAt);
        Assert.True(await Withdraw(Ministry) is DecisionResult.NotNow);
    }

    private Notice Put(Caller sender, NoticeStatus status) => _notices.Put(new()
    {
        Id = "XAA-1", State = Sample.State, ReceivedAt = Sample.Now, Status = status, Form = Sample.Designating(), Sender = sender,
    });

    private Task<DecisionResult> Withdraw(Caller office) => new Withdrawals(_notices, _clock).Withdraw("XAA-1", office, default);
}
