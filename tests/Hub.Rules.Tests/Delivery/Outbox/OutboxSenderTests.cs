using Hub.Delivery.Outbox;
using Hub.InMemory;
using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Operations.Standstill;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>One sender for all mails of a mailbox: who goes first, how fast, and what one mail's trouble is to the others.</summary>
public sealed class OutboxSenderTests
{
    private readonly OutboxWorld _world = new();

    private MailRig Rig => _world.Rig;

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

    [Fact]
    public async Task A_mail_costs_three_writes_and_the_rows_are_not_read_for_each()
    {
        const int Recipients = 100;
        var world = Edition(Recipients);
        world.Rig.AfterSending = _ => world.Rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Rig.Enqueue();
        Assert.InRange(world.Rig.Outbox.Writes, 1, 2);
        var (writes, reads) = (world.Rig.Outbox.Writes + world.Rig.Cursors.Saves, world.Rig.Outbox.Reads);
        await world.Rig.Send();
        var sent = world.Rig.Sent.Count;
        // The third is that of the deliveries.
        Assert.InRange(world.Rig.Outbox.Writes + world.Rig.Cursors.Saves - writes, 2 * sent, (2 * sent) + 5);
        Assert.InRange(world.Rig.Outbox.Reads - reads, 1, (sent / 5) + 4);
    }

    // While mails go out all the time, one run reads who is told of changes for many of them.
    [Fact]
    public async Task Who_joins_while_mails_go_out_is_told_like_everybody_else()
    {
        var world = Edition(20);
        world.Rig.AfterSending = _ =>
        {
            if (world.Rig.Sent.Count != 5)
                return;
            world.Rig.Subscribe("z-late");
            world.Rig.Register.Grow();
            world.Rig.Enqueue().GetAwaiter().GetResult();
        };
        await world.Rig.Finish();
        Assert.Contains(world.Rig.Sent, s => s.Message.Id.StartsWith("z-late:", StringComparison.Ordinal));
        Assert.Equal(OutboxState.Sent, world.Rig.Outbox["z-late:changes"].State);
    }

    // An address is changed because nobody there is to read on: one run of minutes must not go by the old one.
    [Fact]
    public async Task A_mail_goes_to_the_address_that_its_recipient_had_some_seconds_ago()
    {
        var world = Edition(4);
        world.Rig.AfterSending = _ =>
        {
            if (world.Rig.Sent.Count != 1)
                return;
            world.Rig.Move("r003", "new@mission.example");
            world.Rig.Clock.Advance(TimeSpan.FromSeconds(6));
        };
        await world.Rig.Finish();
        var sent = Assert.Single(world.Rig.Sent, s => s.Message.Id.StartsWith("r003:", StringComparison.Ordinal));
        Assert.Equal("new@mission.example", sent.Message.To);
    }

    [Fact]
    public async Task A_mail_takes_in_what_comes_until_it_is_begun_and_nothing_after()
    {
        Rig.Leave("n");
        Rig.Leave("mission");
        Rig.Register.Grow();
        await Rig.Enqueue();
        Rig.Register.Grow();
        await Rig.Enqueue();
        var isFirst = true;
        Rig.Writer.Writing = id =>
        {
            if (!isFirst || !id.StartsWith("m:", StringComparison.Ordinal))
                return;
            isFirst = false;
            Rig.Register.Grow();
            Rig.Enqueue().GetAwaiter().GetResult();
        };
        await Rig.Send();
        Assert.Equal("m:000000000001-000000000002", Rig.Sent.Single(s => s.Message.To == "m@mission.example").Message.Id);
        await Rig.Finish();
        Assert.Equal(["1,2", "3"], Rig.Sent.Where(s => s.Message.To == "m@mission.example").Select(s => s.Message.Text));
    }

    [Fact]
    public async Task A_mailbox_that_is_down_holds_up_its_mails_and_counts_no_attempt_of_theirs()
    {
        Rig.Register.Grow();
        Rig.Answer = _ => new(Failure.Transient, "down");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(RunResult.Waiting, await Rig.Run());
            Rig.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.All(Rig.Outbox.All, m => Assert.Equal(0, m.Attempts));
        Assert.NotNull(Rig.Cursor.FailingSince);
        Rig.Answer = _ => null;
        await _world.EndsWell();
    }

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

    private static OutboxWorld Edition(int recipients)
    {
        var world = new OutboxWorld(shortWait: TimeSpan.FromSeconds(10));
        for (var i = 0; i < recipients; i++)
            world.Rig.Subscribe($"r{i:D3}");
        world.Rig.Register.Grow();
        return world;
    }
}
