using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox.Steps;

public sealed class DroppedMailTests : OutboxStepCase
{
    [Fact]
    public async Task What_is_too_early_waits_and_what_has_no_reason_any_more_is_dropped_without_a_word()
    {
        await Add(Held);
        _composition = _ => new Composition.Later(Now.AddHours(1));
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Waiting, Now.AddHours(1), 0), (Row.State, Row.DueAt!.Value, Row.Attempts));

        _rig.Clock.Advance(TimeSpan.FromHours(1));
        _composition = _ => new Composition.Gone("it was confirmed");
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "it was confirmed"), (Row.State, Row.Trouble));
        Assert.Empty(_deliveries.All);
        Assert.Empty(_rig.Sent);
    }

    [Fact]
    public async Task What_is_stopped_is_dropped_and_kept_as_not_sent()
    {
        await Add(Held);
        _composition = _ => new Composition.Stopped("5.1.1");
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "5.1.1"), (Row.State, Row.Trouble));
        Assert.Equal("not sent, the address bounced: 5.1.1", Assert.Single(_deliveries.All).Outcome);
    }

    [Fact]
    public async Task What_has_lost_its_reason_once_it_is_begun_is_dropped()
    {
        await Add(Held);
        _composition = _ => Ready(null);
        Assert.Equal(Moved, await Step());
        Assert.Equal((OutboxState.Dropped, "its reason is gone"), (Row.State, Row.Trouble));
        Assert.Empty(_rig.Sent);
    }
}
