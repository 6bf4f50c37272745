using FsCheck;
using FsCheck.Fluent;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

public sealed class RetryPolicyTests
{
    private static readonly RetryPolicy Policy = RetryPolicy.Webhooks;

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 300)]
    [InlineData(3, 1800)]
    [InlineData(4, 7200)]
    [InlineData(5, 18000)]
    [InlineData(6, 36000)]
    [InlineData(7, 50400)]
    [InlineData(8, 72000)]
    [InlineData(9, 86400)]
    [InlineData(10, 86400)]
    [InlineData(1000, 86400)]
    public void Waits_are_those_of_the_ladder_and_then_its_last(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Wait(attempts, new(Failure.Transient, "")));

    [Theory]
    [InlineData(0, 270)]
    [InlineData(0.5, 300)]
    [InlineData(1, 330)]
    public void Chance_moves_a_wait_by_a_tenth_at_most(double chance, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Wait(2, new(Failure.Refused, ""), chance));

    [Theory]
    [InlineData(Failure.Transient, null, 5)]
    [InlineData(Failure.Overloaded, null, 60)]
    [InlineData(Failure.Overloaded, 30, 60)]
    [InlineData(Failure.Overloaded, 90, 90)]
    [InlineData(Failure.Transient, 90, 90)]
    [InlineData(Failure.Transient, 1, 5)]
    [InlineData(Failure.Transient, -100, 5)]
    [InlineData(Failure.Transient, 1_000_000, 36_000)]
    public void A_receiver_gets_the_wait_it_asks_for_within_bounds(Failure kind, int? retryAfter, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Wait(1, new(kind, "", retryAfter is { } s ? TimeSpan.FromSeconds(s) : null)));

    [Fact]
    public void Who_is_gone_is_disabled_at_once() => Assert.IsType<RetryDecision.Disable>(Decide(1, new(Failure.Gone, ""), TimeSpan.Zero));

    [Fact]
    public void Patience_ends_after_five_days_and_not_before()
    {
        Assert.IsType<RetryDecision.RetryAt>(Decide(20, new(Failure.Transient, ""), TimeSpan.FromDays(5) - TimeSpan.FromTicks(1)));
        Assert.IsType<RetryDecision.Disable>(Decide(20, new(Failure.Transient, ""), TimeSpan.FromDays(5)));
    }

    [Fact]
    public void The_hubs_own_services_are_tried_for_ever() => Assert.IsType<RetryDecision.RetryAt>(
        RetryPolicy.OwnServices.Decide(9999, new(Failure.Transient, ""), Sample.Now, Sample.Now.AddYears(1), 0.5));

    [Fact]
    public void A_faster_clock_shortens_everything()
    {
        var fast = Policy.Faster(60);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(2)),
            (fast.Ladder[1], fast.AfterOverload, fast.LongestRetryAfter, fast.Patience));
        Assert.Null(RetryPolicy.OwnServices.Faster(60).Patience);
    }

    [Fact]
    public void A_try_is_never_earlier_than_its_rung_less_the_jitter_and_later_with_every_attempt() => Prop.ForAll(
        Gen.Zip(Gen.Zip(Gen.Choose(1, 20), Gen.Choose(0, 100)), Gen.Choose(-10, 100_000)).ToArbitrary(),
        t =>
        {
            var ((attempts, chance), asked) = t;
            var failed = new Step.Failed(Failure.Overloaded, "", TimeSpan.FromSeconds(asked));
            var (wait, next) = (Wait(attempts, failed, chance / 100.0), Wait(attempts + 1, failed, chance / 100.0));
            var rung = Policy.Ladder[Math.Min(attempts, Policy.Ladder.Count) - 1];
            return wait >= rung * 0.9 && wait <= TimeSpan.FromHours(24) * 1.1 && next >= wait;
        }).QuickCheckThrowOnFailure();

    private static TimeSpan Wait(int attempts, Step.Failed failure, double chance = 0.5) =>
        Assert.IsType<RetryDecision.RetryAt>(Policy.Decide(attempts, failure, Sample.Now, Sample.Now, chance)).At - Sample.Now;

    private static RetryDecision Decide(int attempts, Step.Failed failure, TimeSpan failingFor) =>
        Policy.Decide(attempts, failure, Sample.Now - failingFor, Sample.Now, 0.5);
}
