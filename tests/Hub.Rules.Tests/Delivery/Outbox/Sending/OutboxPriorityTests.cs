using Hub.Notices.Outbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Sending;

public sealed class OutboxPriorityTests : OutboxSenderCase
{
    [Fact]
    public async Task Replies_go_first_then_what_others_must_know_then_what_was_asked_for_then_changes()
    {
        Rig.Register.Grow();
        await Rig.Enqueue();
        foreach (var kind in new[] { OutboxKind.Resend, OutboxKind.HeldNotice, OutboxKind.PartnerWarning, OutboxKind.Receipt })
            _world.Ask(kind);
        await Rig.Send();
        var kinds = Rig.Sent.Select(s => Rig.Outbox.All.FirstOrDefault(m => m.MailId == s.Message.Id)?.Kind ?? OutboxKind.Changes);
        Assert.Equal([0, 1, 1, 2, 3, 3, 3, 3], kinds.Select(k => k.Priority()));
    }

    [Fact]
    public async Task A_reply_goes_next_in_the_middle_of_an_edition_that_keeps_its_pace()
    {
        var world = Edition(150);
        var receipts = 0;
        world.Rig.AfterSending = message =>
        {
            world.Rig.Clock.Advance(TimeSpan.FromSeconds(1));
            if (message.Text != "receipt" && world.Rig.Sent.Count % 45 == 20)
                world.Ask(OutboxKind.Receipt, receipts++);
        };
        await world.Rig.Finish();
        Assert.True(receipts > 2);
        // A few seconds after it was asked for: the rows are not read for every mail.
        Assert.All(
            world.Rig.Sent.Where(s => s.Message.Text == "receipt"),
            s => Assert.InRange((s.At - world.Rig.Outbox[s.Message.Id].AskedAt).TotalSeconds, 0, 6));
        Assert.All(world.Rig.Sent, s => Assert.InRange(world.Rig.Sent.Count(o => o.At >= s.At && o.At < s.At.AddMinutes(1)), 1, 30));
        var changes = world.Rig.Sent.Where(s => s.Message.Text != "receipt").ToList();
        var minutes = (changes[^1].At - changes[0].At).TotalMinutes;
        Assert.True(changes.Count / minutes >= 29, $"{changes.Count} mails in {minutes} minutes");
    }

    [Fact]
    public async Task A_reply_in_each_minute_delays_no_mail_of_an_edition()
    {
        var world = Edition(8 * 29);
        var receipts = 0;
        world.Rig.AfterSending = message =>
        {
            world.Rig.Clock.Advance(TimeSpan.FromMilliseconds(500));
            if (message.Text != "receipt" && world.Rig.Sent.Count(s => s.Message.Text != "receipt") % 29 == 5)
                world.Ask(OutboxKind.Receipt, receipts++);
        };
        await world.Rig.Finish();
        Assert.Equal(8, world.Rig.Sent.Count(s => s.Message.Text == "receipt"));
        var changes = world.Rig.Sent.Where(s => s.Message.Text != "receipt").ToList();
        Assert.InRange(changes[(8 * 29) - 1].At - changes[0].At, TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(7.5));
    }

    [Fact]
    public async Task One_place_of_the_pace_is_kept_for_what_somebody_waits_for()
    {
        var world = new OutboxWorld(new(3, TimeSpan.FromMinutes(1)));
        world.Rig.Register.Grow();
        Assert.Equal(RunResult.Waiting, await world.Rig.Run());
        Assert.Equal(2, world.Rig.Sent.Count);
        // Its cursor waits, and is open for that.
        Assert.True(world.Rig.Cursor.DueAt > world.Rig.Clock.Now);
        world.Ask(OutboxKind.Receipt);
        await world.Rig.Send();
        Assert.Equal("receipt", world.Rig.Sent[^1].Message.Text);
        world.Ask(OutboxKind.Receipt, 1);
        await world.Rig.Send();
        Assert.Equal(3, world.Rig.Sent.Count);
        await world.EndsWell();
    }
}
