using Hub.Notices.Outbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Sending;

public sealed class AskedForMailTests : OutboxSenderCase
{
    [Fact]
    public async Task A_mailbox_that_left_the_settings_sends_what_it_has_begun_and_nothing_else()
    {
        Rig.Register.Grow();
        Rig.Answer = _ => new(Failure.Transient, "down");
        await Rig.Run();
        Rig.Answer = _ => null;
        Rig.Staff("second");
        await Rig.Finish();
        Assert.Equal((1, 3), (Rig.MailsFrom("mailbox").Count(), Rig.MailsFrom("second").Count()));
        Rig.AssertEverybodyWasToldOnce();
    }

    [Fact]
    public async Task What_is_asked_for_again_while_it_waits_is_one_mail_and_once_it_has_gone_another()
    {
        var sequence = Rig.Grown();
        await Rig.Finish();
        var m = Rig.Subscribers.All.Where(r => r.Id == "m").ToList();
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(["m"], (await Rig.Resends.Ask(m, sequence, default)).Asked);
            Assert.Equal("asked for again", (await Rig.Deliveries.Of(sequence, default)).Single(d => d.Recipient == "m").Reason);
            await Rig.Resends.Ask(m, sequence, default);
            await Rig.Finish();
            Rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var told = Rig.Sent.Where(s => s.Message.To == "m@mission.example").ToList();
        Assert.Equal((3, 3), (told.Count, told.Select(s => s.Message.Id).Distinct().Count()));
    }

    [Fact]
    public async Task The_mail_with_a_code_brings_the_one_that_confirms_the_address()
    {
        _world.Ask(OutboxKind.EndpointCode);
        await Rig.Send();
        Assert.Equal(_world.Code, Assert.Single(Rig.Sent).Message.Text);
        Assert.DoesNotContain(_world.Code, System.Text.Json.JsonSerializer.Serialize(Rig.Outbox.All), StringComparison.Ordinal);
    }
}
