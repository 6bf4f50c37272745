using System.Text.Json;
using Hub.Delivery.Webhooks;
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
}
