using Hub.Notices.Outbox;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Steps;

public sealed class MailboxWaitTests : OutboxStepCase
{
    [Fact]
    public async Task A_mailbox_that_may_not_send_yet_waits_until_it_may_or_until_somebody_waits_for_a_mail()
    {
        foreach (var partner in new[] { "a", "b" })
            await Add(OutboxMails.Claim(partner, "XAA-1", "wacap", Now));
        await Step();
        Assert.Equal(new Step.Paced(Now.AddMinutes(1), "w", Seen: 0), await Step());
        var receipt = OutboxMails.Reply(OutboxKind.Receipt, "mail", "mailbox", Now);
        await Add(receipt);
        _run = new(new(_rig.Register));
        Assert.Equal(Moved, await Step());
        Assert.Equal(OutboxState.Sent, _rig.Outbox[receipt.Id].State);
        await Add(OutboxMails.Reply(OutboxKind.Receipt, "another", "mailbox", Now));
        _run = new(new(_rig.Register));
        Assert.Equal(new Step.Paced(Now.AddMinutes(1), "w"), await Step());
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    public async Task A_short_wait_is_for_what_is_due_or_until_the_next_look(int due, int waits)
    {
        var rig = new MailRig { ShortWait = TimeSpan.FromSeconds(10) };
        await rig.Outbox.Add(Held with { DueAt = Now.AddSeconds(due) }, default);
        Assert.Equal(new Step.Paced(Now.AddSeconds(waits), "w"), await Sender(rig).Advance(Cursor, new(new(rig.Register)), default));
    }

    [Fact]
    public async Task Another_mailboxs_mails_are_left_to_it()
    {
        await Add(Held with { Mailbox = "second" });
        Assert.False(await Sender().HasWork(Cursor, _run, default));
        await Add(OutboxMails.Claim("p", "XAA-1", "wacap", Now));
        Assert.True(await Sender().HasWork(Cursor, new(new(_rig.Register)), default));
        Assert.Equal(("outbox", 6), (Sender().Name, Sender().MostBegun));
    }
}
