using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

/// <summary>When the next mail may go, to the tick.</summary>
public sealed class PaceAndQuotaTests
{
    private static readonly SendingPace Pace = new(2, TimeSpan.FromMinutes(1));
    private static readonly SendingQuota Quota = new(3, TimeSpan.FromDays(1));

    // Half past nine.
    private static readonly DateTimeOffset Now = Sample.Now;
    private static readonly DateTimeOffset Hour = Sample.Now.AddMinutes(-30);

    [Fact]
    public void Exchanges_limits_are_those_it_publishes() => Assert.Equal(
        (new SendingPace(30, TimeSpan.FromMinutes(1)), new SendingQuota(10_000, TimeSpan.FromDays(1))),
        (SendingPace.Exchange, SendingQuota.Exchange));

    [Fact]
    public void One_place_is_kept_where_there_is_more_than_one()
    {
        Assert.Equal(Pace with { Messages = 1 }, Pace.ButOne());
        Assert.Equal(Pace with { Messages = 1 }, Pace.ButOne().ButOne());
    }

    [Fact]
    public void A_pace_waits_for_the_oldest_of_the_last_ones_in_whatever_order_they_are_kept()
    {
        DateTimeOffset[] sent = [Now.AddSeconds(-10), Now.AddSeconds(-60), Now.AddSeconds(-40), Now.AddSeconds(-20)];
        Assert.Equal([Now.AddSeconds(-40), Now.AddSeconds(-20), Now.AddSeconds(-10)], Pace.Recent(sent, Now));
        Assert.Equal(Now.AddSeconds(40), Pace.NextAllowed(sent, Now));
        Assert.Null(Pace.NextAllowed(sent[..2], Now));
    }

    [Fact]
    public void A_quota_counts_by_the_hour_and_gives_an_hour_back_a_day_after_its_end()
    {
        var one = Quota.Plus([], Now);
        Assert.Equal([new SentHour(Hour, 1)], one);
        var two = Quota.Plus(one, Now.AddMinutes(29));
        Assert.Equal([new SentHour(Hour, 2)], two);
        Assert.Null(Quota.NextAllowed(two, Now.AddMinutes(29)));
        var three = Quota.Plus(two, Now.AddMinutes(30));
        Assert.Equal([new SentHour(Hour, 2), new SentHour(Hour.AddHours(1), 1)], three);
        Assert.Equal(Hour.AddHours(25), Quota.NextAllowed(three, Now.AddMinutes(30)));
        Assert.Equal(Hour.AddHours(25), Quota.NextAllowed(three, Hour.AddHours(25).AddTicks(-1)));
        Assert.Null(Quota.NextAllowed(three, Hour.AddHours(25)));
        Assert.Equal(
            [new SentHour(Hour.AddHours(1), 1), new SentHour(Hour.AddHours(25), 1)], Quota.Plus(three, Hour.AddHours(25)));
        // Over it, as after a change of the settings: both hours have to be over.
        Assert.Equal(Hour.AddHours(26), (Quota with { Recipients = 1 }).NextAllowed(three, Now.AddMinutes(30)));
    }

    [Fact]
    public void The_hubs_own_services_are_tried_soon_and_then_every_five_minutes()
    {
        double[] seconds = [0.5, 2, 10, 30, 60, 300, 300];
        Assert.All(seconds.Index(), wait => Assert.Equal(
            new RetryDecision.RetryAt(Now.AddSeconds(wait.Item)),
            RetryPolicy.OwnServices.Decide(wait.Index + 1, new(Failure.Transient, ""), Now, Now, 0.5)));
        Assert.Equal(
            (0.1, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            (RetryPolicy.OwnServices.Jitter, RetryPolicy.OwnServices.AfterOverload, RetryPolicy.OwnServices.LongestRetryAfter));
    }

    [Fact]
    public void Who_is_given_up_is_told_why()
    {
        Assert.Equal(new RetryDecision.Disable("nothing more is sent"), Decide(Failure.Gone, Now));
        Assert.Equal(
            new RetryDecision.Disable("every try has failed since 2025-03-09 09:30:00Z"), Decide(Failure.Transient, Now.AddDays(-5)));

        static RetryDecision Decide(Failure failure, DateTimeOffset since) =>
            RetryPolicy.Webhooks.Decide(1, new(failure, ""), since, Now, 0.5);
    }

    [Fact]
    public void A_cursor_is_open_and_has_work_to_the_tick()
    {
        var cursor = new Cursor { Channel = "c", Name = "n", Position = 4 };
        var soon = TimeSpan.FromSeconds(5);
        foreach (var waiting in new[] { cursor with { DueAt = Now + soon }, cursor with { LeasedUntil = Now + soon } })
        {
            Assert.False(waiting.IsOpen(Now + soon - TimeSpan.FromTicks(1)) || waiting.HasWork(5, Now, soon - TimeSpan.FromTicks(1)));
            Assert.True(waiting.IsOpen(Now + soon) && waiting.HasWork(5, Now, soon));
        }
        // A due time of an event holds up neither what comes after it nor what is not in the log.
        var seen = cursor with { DueAt = Now.AddDays(1), Seen = 5 };
        Assert.True(seen.IsOpen(Now) && seen.HasWork(6, Now));
        Assert.False(seen.HasWork(5, Now));
        Assert.Equal((6L, 5L, 0L), (cursor.Behind(10), seen.Behind(10), cursor.Behind(4)));
    }
}
