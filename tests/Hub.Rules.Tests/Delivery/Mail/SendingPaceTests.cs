using FsCheck;
using FsCheck.Fluent;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

public sealed class SendingPaceTests
{
    [Fact]
    public void The_limit_is_thirty_a_minute()
    {
        var sent = Enumerable.Range(0, 30).Select(i => Sample.Now.AddSeconds(i)).ToList();
        Assert.Null(SendingPace.Exchange.NextAllowed([.. sent.Take(29)], Sample.Now.AddSeconds(29)));
        Assert.Equal(Sample.Now.AddMinutes(1), SendingPace.Exchange.NextAllowed(sent, Sample.Now.AddSeconds(30)));
        Assert.Null(SendingPace.Exchange.NextAllowed(sent, Sample.Now.AddMinutes(1)));
    }

    [Fact]
    public void However_the_tries_fall_no_period_ever_holds_more_than_the_limit() => Prop.ForAll(
        Gen.Zip(Gen.Choose(1, 5), Gen.ListOf(Gen.Choose(0, 40))).ToArbitrary(),
        t =>
        {
            var pace = new SendingPace(t.Item1, TimeSpan.FromSeconds(60));
            var sent = Send(pace, t.Item2);
            return sent.All(from => sent.Count(at => at >= from && at < from + pace.Period) <= pace.Messages);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_waits_as_told_may_send_and_no_time_is_lost() => Prop.ForAll(
        Gen.Choose(1, 5).ToArbitrary(),
        messages =>
        {
            var pace = new SendingPace(messages, TimeSpan.FromSeconds(60));
            var sent = Send(pace, Enumerable.Repeat(0, 3 * messages));
            return sent.Max() == Sample.Now + 2 * pace.Period;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void However_the_mails_fall_no_day_ever_holds_more_than_the_quota() => Prop.ForAll(
        Gen.Zip(Gen.Choose(1, 20), Gen.ListOf(Gen.Choose(0, 300))).ToArbitrary(),
        t =>
        {
            var quota = new SendingQuota(t.Item1, TimeSpan.FromDays(1));
            var (now, all, kept) = (Sample.Now, new List<DateTimeOffset>(), (IReadOnlyList<SentHour>)[]);
            foreach (var minutes in t.Item2)
            {
                now = now.AddMinutes(minutes);
                now = quota.NextAllowed(kept, now) ?? now;
                all.Add(now);
                kept = quota.Plus(kept, now);
            }
            return kept.Count <= 26 && all.All(from => all.Count(at => at >= from && at < from.AddDays(1)) <= quota.Recipients);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_used_up_quota_is_free_again_an_hour_after_a_day_at_the_latest()
    {
        var quota = new SendingQuota(2, TimeSpan.FromDays(1));
        var kept = quota.Plus(quota.Plus([], Sample.Now), Sample.Now.AddMinutes(1));
        Assert.InRange(quota.NextAllowed(kept, Sample.Now.AddMinutes(2))!.Value, Sample.Now.AddDays(1), Sample.Now.AddHours(25));
        Assert.Null(quota.NextAllowed(kept, Sample.Now.AddHours(25)));
    }

    // Tries after the given pauses, waiting as told, and remembers only what the pace says still counts.
    private static List<DateTimeOffset> Send(SendingPace pace, IEnumerable<int> pauses)
    {
        var (now, all, remembered) = (Sample.Now, new List<DateTimeOffset>(), (IReadOnlyList<DateTimeOffset>)[]);
        foreach (var pause in pauses)
        {
            now = now.AddSeconds(pause);
            now = pace.NextAllowed(remembered, now) ?? now;
            all.Add(now);
            remembered = [.. pace.Recent(remembered, now), now];
        }
        return all;
    }
}
