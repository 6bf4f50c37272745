using Hub.Delivery.Outbox;
using Hub.InMemory;
using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Operations.Standstill;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Outbox.Sending;

public sealed class OutboxWakingTests : OutboxSenderCase
{
    [Fact]
    public async Task Whoever_asks_for_a_mail_wakes_the_mailbox_that_sends_it()
    {
        Rig.Staff("second");
        _world.Ask(OutboxKind.Receipt);
        _world.Ask(OutboxKind.HeldNotice);
        Rig.Register.Grow();
        await Rig.Enqueue();
        Assert.Equal(["mailbox", "second", "second"], Rig.Woken);
    }

    [Fact]
    public async Task The_sweep_finds_mailboxes_with_something_to_send_that_may_send_it()
    {
        Rig.Staff("mailbox", "second");
        _world.Ask(OutboxKind.Receipt);
        Assert.Equal(["mailbox"], await Found());
        Rig.Register.Grow();
        Assert.Equal([MailChannel.CursorName, "mailbox"], await Found());
        await Rig.Enqueue();
        Assert.Equal(["mailbox", "second"], (await Found()).Order());
        // It waits for its pace, unless somebody waits for a mail.
        Rig.Cursors.Put(Rig.Cursor with { DueAt = Rig.Clock.Now.AddMinutes(1), Seen = 0 });
        Assert.Equal(["mailbox", "second"], (await Found()).Order());
        await Rig.Finish();
        Assert.Empty(await Found());
    }

    [Fact]
    public async Task A_fresh_link_goes_also_where_mails_bounced()
    {
        await Rig.Addresses.Save(new AddressHistory("m", "m@mission.example")
            .With(new("m:1-1", "5.1.1", true, Rig.Clock.Now)), default);
        await Rig.Renewal.Renew(new(AccessLinkPurpose.Preferences, "m", "", Sample.Today, "before"), default);
        await Rig.Finish();
        Assert.Equal("m@mission.example", Assert.Single(Rig.Sent).Message.To);
    }

    private async Task<IReadOnlyList<string>> Found() => (await new DueWork(
        Rig.Cursors, Rig.Outbox, Rig.Senders, Rig.Notices, new MemoryWorks(), Rig.Register, Rig.Clock)
        .Cursors(Rig.Register.Now.Head.Sequence, default)).Mail;
}
