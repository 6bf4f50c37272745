using Hub.Delivery.Webhooks;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

public sealed class WebhookBurstTests
{
    private const string Secret = WebhookRig.Secret;

    [Fact]
    public async Task Five_hundred_deliveries_cost_as_many_writes_as_one()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow(500);
        await rig.Run();
        Assert.Equal((500, 1, 2), (rig.Got.Count, rig.Deliveries.Writes, rig.Cursors.Saves));
    }

    [Fact]
    public async Task A_burst_ends_after_a_quarter_of_a_second_so_that_a_change_is_seen()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow(10);
        rig.Answer = r =>
        {
            rig.Clock.Advance(TimeSpan.FromMilliseconds(100));
            if (rig.Got.Count == 2)
                rig.Cursors.Put(rig.Cursor with { State = CursorState.Paused });
            return Task.FromResult<Step.Failed?>(null);
        };
        Assert.Equal(RunResult.NotMine, await rig.Run());
        Assert.Equal([1, 2, 3], rig.Sequences());
        Assert.Equal(CursorState.Paused, rig.Cursor.State);
    }

    [Theory]
    [InlineData(null, null, 6000)]
    [InlineData(120, null, 120)]
    [InlineData(null, 30, 30)]
    [InlineData(20, 30, 20)]
    [InlineData(9000, 9000, 6000)]
    public void The_rate_is_the_least_of_the_hubs_the_partners_and_the_receivers(int? partners, int? receivers, int rate) => Assert.Equal(
        rate, new Endpoint("e", "p", "u", Secret, Sample.Now) { Rate = partners, Consent = new Consent.Given(Sample.Now, receivers) }
            .RateWithin(WebhookSettings.Most));

    [Fact]
    public async Task In_no_minute_are_there_more_deliveries_than_its_rate_allows()
    {
        var rig = new WebhookRig();
        rig.Make(change: e => e with { Rate = 10 });
        rig.Register.Grow(35);
        await rig.Finish();

        Assert.Equal(Enumerable.Range(1, 35).Select(i => (long)i), rig.Sequences());
        var times = rig.Got.Select(r => r.Timestamp).ToList();
        Assert.All(times, from => Assert.InRange(times.Count(t => t >= from && t < from.AddMinutes(1)), 1, 10));
        Assert.Equal(0, rig.Cursor.Attempts);
    }
}
