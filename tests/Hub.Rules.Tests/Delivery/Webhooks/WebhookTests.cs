using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Hub.Delivery.Webhooks;
using Hub.Notices.Access;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

public sealed class WebhookTests
{
    private const string Secret = WebhookRig.Secret;

    [Fact]
    public async Task Events_go_out_in_order_signed_under_one_id_on_every_attempt()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow(3);
        rig.Answer = r => rig.Got.Count == 1 ? WebhookRig.Down(r) : Task.FromResult<Step.Failed?>(null);
        await rig.Finish();

        Assert.Equal(["evt-000000000001", "evt-000000000001", "evt-000000000002", "evt-000000000003"], rig.Got.Select(r => r.Id));
        Assert.All(rig.Got, r => Assert.Equal(WebhookSignature.Sign(Secret, r.Id, r.Timestamp, r.Body.Span), r.Signature));
        var body = JsonDocument.Parse(rig.Got[0].Body).RootElement;
        Assert.Equal(("1.0", "https://hub.example", 1L), (
            body.GetProperty("specversion").GetString(), body.GetProperty("source").GetString(), body.GetProperty("sequence").GetInt64()));
        Assert.Equal(rig.Register.Log[0].Hash, body.GetProperty("hash").GetString());
        Assert.Equal(["down", "delivered", "delivered", "delivered"], rig.Deliveries.All.Select(a => a.Outcome));
    }

    [Fact]
    public async Task A_burst_keeps_what_it_delivered_before_one_that_fails()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow(5);
        rig.Answer = r => rig.Got.Count == 4 ? WebhookRig.Down(r) : Task.FromResult<Step.Failed?>(null);
        Assert.Equal(RunResult.Waiting, await rig.Run());

        Assert.Equal(
            (3L, 1, "down", rig.Clock.Now.AddSeconds(5)),
            (rig.Cursor.Position, rig.Cursor.Attempts, rig.Cursor.StateReason!, rig.Cursor.DueAt!.Value));
        await rig.Finish();
        Assert.Equal([1, 2, 3, 4, 4, 5], rig.Sequences());
        Assert.Equal(0, rig.Cursor.Attempts);
    }

    [Fact]
    public async Task A_run_that_stood_still_past_its_lease_posts_nothing_behind_what_another_has_posted()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow(5);
        rig.Endpoints.BehindFind = async () =>
        {
            rig.Endpoints.BehindFind = () => Task.CompletedTask;
            rig.Clock.Advance(TimeSpan.FromMinutes(2));
            await rig.Finish();
        };
        Assert.Equal(RunResult.NotMine, await rig.Run());

        Assert.Equal([1, 2, 3, 4, 5], rig.Sequences());
        Assert.Equal(5, rig.Cursor.Position);
    }

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

    [Fact]
    public async Task An_endpoint_that_was_deleted_disables_its_cursor()
    {
        var rig = new WebhookRig();
        await rig.Endpoints.Delete(rig.Make().Id, default);
        rig.Register.Grow();
        await rig.Run();
        Assert.Equal(CursorState.Disabled, rig.Cursor.State);
        Assert.Empty(rig.Got);
    }

    [Fact]
    public async Task A_partner_whose_access_was_withdrawn_gets_nothing_more_at_once_and_all_it_missed_when_it_is_back()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow(3);
        rig.Endpoints.PutPartner(new Partner("partner", RevokedAt: rig.Clock.Now));
        await rig.Run();
        Assert.Empty(rig.Got);
        Assert.Equal(CursorState.Disabled, rig.Cursor.State);
        Assert.Contains("withdrawn", rig.Cursor.StateReason, StringComparison.Ordinal);

        rig.Endpoints.PutPartner(new Partner("partner"));
        rig.Cursors.Put(rig.Cursor with { State = CursorState.Active });
        await rig.Finish();
        Assert.Equal([1, 2, 3], rig.Sequences());
    }

    [Fact]
    public async Task A_receiver_that_took_its_consent_back_gets_nothing()
    {
        var rig = new WebhookRig();
        rig.Make(change: e => e with { Consent = new Consent.Denied(rig.Clock.Now, "it answered 403") });
        rig.Register.Grow();
        await rig.Run();
        Assert.Empty(rig.Got);
        Assert.Contains("denied its consent", rig.Cursor.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_signing_key_nothing_goes_out_and_it_is_tried_again()
    {
        var rig = new WebhookRig { KeyIsAway = true };
        rig.Make();
        rig.Register.Grow();
        await rig.Run();
        Assert.Empty(rig.Got);
        Assert.Contains("signing key", rig.Cursor.StateReason, StringComparison.Ordinal);

        rig.KeyIsAway = false;
        await rig.Finish();
        Assert.NotEmpty(rig.Got);
    }

    [Fact]
    public async Task Attempts_are_counted_by_endpoint_and_outcome_and_nothing_else_is_told()
    {
        var rig = new WebhookRig();
        rig.Make("counted");
        rig.Register.Grow(2);
        rig.Answer = r => rig.Got.Count == 1
            ? Task.FromResult<Step.Failed?>(new(Failure.Overloaded, "429"))
            : Task.FromResult<Step.Failed?>(null);
        var counted = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument is Counter<long> && instrument.Meter.Name == DeliveryMetrics.MeterName)
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) => counted.Enqueue(string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))));
        listener.Start();
        using (rig.Metrics)
            await rig.Finish("counted");
        Assert.Equal(
            ["endpoint=counted outcome=overloaded", "endpoint=counted outcome=delivered", "endpoint=counted outcome=delivered"],
            counted.Where(c => c.StartsWith("endpoint=counted ", StringComparison.Ordinal)));
    }
}
