using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>Why an event was delivered to an endpoint, or was not.</summary>
public sealed class DeliverySummaryTests
{
    private readonly WebhookRig _rig = new();

    [Fact]
    public async Task What_the_receiver_took_is_delivered_with_every_attempt()
    {
        await Live(1, r => _rig.Got.Count == 1 ? WebhookRig.Down(r) : Task.FromResult<Step.Failed?>(null));
        var story = await ChangeEntry(1);
        Assert.Equal((DeliveryOutcome.Delivered, 2), (story.Fate, story.Attempts.Count));
    }

    [Fact]
    public async Task What_waits_says_behind_what_and_until_when()
    {
        await Live(3, r => r.Id.EndsWith('2') ? WebhookRig.Down(r) : Task.FromResult<Step.Failed?>(null), finish: false);
        var (next, behind) = (await ChangeEntry(2), await ChangeEntry(3));
        Assert.Equal((DeliveryOutcome.Next, _rig.Cursor.DueAt, 1), (next.Fate, next.DueAt, next.Attempts.Count));
        Assert.Contains("down", next.Why, StringComparison.Ordinal);
        Assert.Equal((DeliveryOutcome.Behind, 2L), (behind.Fate, behind.Behind));
    }

    [Fact]
    public async Task What_the_filter_does_not_want_names_the_list()
    {
        _rig.Make(change: e => e with { Filter = new(Types: [EventType.EditionPublished]) });
        _rig.Register.Grow();
        await _rig.Finish();
        var story = await ChangeEntry(1);
        Assert.Equal(DeliveryOutcome.Filtered, story.Fate);
        Assert.Contains("'types'", story.Why, StringComparison.Ordinal);

        _rig.Endpoints.Put(_rig.Endpoints["e1"] with { Filter = null });
        Assert.Equal(DeliveryOutcome.PassedOver, (await ChangeEntry(1)).Fate);
    }

    [Fact]
    public async Task What_came_before_its_start_says_so()
    {
        _rig.Register.Grow(2);
        _rig.Make(change: e => e with { After = 2 });
        _rig.Cursors.Put(_rig.Cursor with { Position = 2 });
        Assert.Equal(DeliveryOutcome.BeforeStart, (await ChangeEntry(2)).Fate);
    }

    [Theory]
    [InlineData(CursorState.Paused, DeliveryOutcome.Paused)]
    [InlineData(CursorState.Disabled, DeliveryOutcome.Disabled)]
    public async Task An_endpoint_that_stands_still_says_so(CursorState state, DeliveryOutcome fate)
    {
        _rig.Make();
        _rig.Cursors.Put(_rig.Cursor with { State = state, StateReason = "why" });
        _rig.Register.Grow();
        Assert.Equal(fate, (await ChangeEntry(1)).Fate);
    }

    [Fact]
    public async Task Without_consent_nothing_is_sent_and_that_is_said()
    {
        _rig.Endpoints.Put(
            new("e1", "partner", "https://e1.example/", WebhookRig.Secret, Sample.Now) { Consent = new Consent.Denied(Sample.Now, "403") });
        _rig.Register.Grow();
        var story = await ChangeEntry(1);
        Assert.Equal(DeliveryOutcome.AwaitingConsent, story.Fate);
        Assert.Contains("403", story.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_replayed_waits_again_though_it_was_delivered_once()
    {
        await Live(2, _ => Task.FromResult<Step.Failed?>(null));
        _rig.Cursors.Put(_rig.Cursor with { Position = 0 });
        Assert.Equal((DeliveryOutcome.Next, DeliveryOutcome.Behind), ((await ChangeEntry(1)).Fate, (await ChangeEntry(2)).Fate));
    }

    private async Task Live(int events, Func<WebhookRequest, Task<Step.Failed?>> answer, bool finish = true)
    {
        _rig.Make();
        _rig.Register.Grow(events);
        _rig.Answer = answer;
        await (finish ? _rig.Finish() : _rig.Run());
    }

    private async Task<DeliverySummary> ChangeEntry(long sequence) => DeliverySummary.Of(
        _rig.Register.Log[(int)sequence - 1], _rig.Endpoints["e1"], await _rig.Cursors.Find(WebhookChannel.ChannelName, "e1", default),
        await _rig.Deliveries.Of(WebhookChannel.ChannelName, "e1", sequence, default));
}
