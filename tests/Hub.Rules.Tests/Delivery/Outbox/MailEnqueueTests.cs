using Hub.Delivery.Outbox;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>From the log into the outbox: whom an event concerns, when it is told, and who is woken for it.</summary>
public sealed class MailEnqueueTests
{
    private readonly MailRig _rig = new();

    private DateTimeOffset Now => _rig.Clock.Now;

    [Fact]
    public async Task An_event_is_due_at_once_or_with_the_digest_and_only_what_is_due_wakes_its_mailbox()
    {
        _rig.Subscribe("daily");
        _rig.Choose("daily", Cadence.Daily);
        _rig.Register.Grow();
        await _rig.Enqueue();
        var row = _rig.Outbox["daily:changes"];
        Assert.Equal(
            (OutboxState.Waiting, DigestTimes.Morning.Next(Cadence.Daily, Now), 0L, 1L),
            (row.State, row.DueAt!.Value, row.ToldUpTo, row.UpTo));
        Assert.Empty(_rig.Woken);

        _rig.Subscribe("m");
        _rig.Register.Grow(2);
        await _rig.Enqueue();
        Assert.Equal((Now, 1L, 3L), (_rig.Outbox["m:changes"] is var m ? m.DueAt!.Value : default, m.ToldUpTo, m.UpTo));
        Assert.Equal(["mailbox"], _rig.Woken);
    }

    [Fact]
    public async Task Who_joins_is_told_nothing_of_before_though_others_are_not_told_of_it_yet()
    {
        _rig.Subscribe("before");
        _rig.Register.Grow();
        _rig.Subscribe("after");
        _rig.Register.Grow();
        await _rig.Enqueue();
        Assert.Equal([("after:changes", 1L, 2L), ("before:changes", 0L, 2L)], _rig.Outbox.All.Select(m => (m.Id, m.ToldUpTo, m.UpTo)));
    }

    [Fact]
    public async Task What_a_run_would_wait_for_wakes_its_mailbox_already()
    {
        var rig = new MailRig { ShortWait = TimeSpan.FromMinutes(3) };
        rig.Subscribe("m");
        rig.Register.Grow();
        await rig.Finish();
        rig.Woken.Clear();
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        rig.Register.Grow();
        await rig.Enqueue();
        Assert.Equal((rig.Clock.Now.AddMinutes(3), "mailbox"), (rig.Outbox["m:changes"].DueAt, Assert.Single(rig.Woken)));
    }

    [Fact]
    public async Task The_next_mail_to_a_recipient_is_due_five_minutes_after_the_last_was_begun()
    {
        _rig.Subscribe("m");
        _rig.Register.Grow();
        await _rig.Finish();
        var begun = Now;
        _rig.Clock.Advance(TimeSpan.FromMinutes(2));
        _rig.Register.Grow();
        await _rig.Enqueue();
        Assert.Equal(begun.AddMinutes(5), _rig.Outbox["m:changes"].DueAt);
        await _rig.Finish();
        _rig.Clock.Advance(TimeSpan.FromMinutes(6));
        _rig.Register.Grow();
        await _rig.Enqueue();
        Assert.Equal(Now, _rig.Outbox["m:changes"].DueAt);
    }

    [Fact]
    public async Task An_outbox_that_others_write_all_the_time_is_tried_five_times_and_then_later()
    {
        _rig.Subscribe("m");
        _rig.Register.Grow();
        await _rig.Enqueue();
        _rig.Register.Grow();
        var tries = 0;
        _rig.Outbox.Hazard = () =>
        {
            if (tries < 0)
                return;
            var number = ++tries;
            tries = -1;
            _rig.Outbox.Save([_rig.Outbox["m:changes"]], null, default).Wait();
            tries = number;
        };
        var recipients = new RecipientProfiles(_rig.Register, _rig.Subscribers, new MemoryChoices(), _rig.Book, _rig.Clock);
        var channel = new MailChannel(_rig.Outbox, recipients, _rig.Senders, _rig, _rig.Settings, _rig.Clock);
        var cursor = new Cursor { Channel = "mail", Name = "changes", Position = 1, Work = "w" };
        Assert.Equal(
            new Step.Failed(Failure.Transient, "the outbox is written by too many at once", Work: "w"),
            await channel.Advance(cursor, new(new(_rig.Register)), default));
        Assert.Equal(5, tries);
        Assert.Equal(1, _rig.Outbox["m:changes"].UpTo);

        _rig.Outbox.Hazard = () => { };
        Assert.Equal(new Step.Moved(2, "w"), await channel.Advance(cursor, new(new(_rig.Register)), default));
        var writes = _rig.Outbox.Writes;
        // Told up to there already, as after a crash: nothing is written.
        Assert.Equal(new Step.Moved(2, "w"), await channel.Advance(cursor, new(new(_rig.Register)), default));
        Assert.Equal(writes, _rig.Outbox.Writes);
    }

    [Fact]
    public async Task A_hub_from_before_the_outbox_goes_on_where_its_slowest_mailbox_was()
    {
        var cursors = new MemoryCursors();
        cursors.Put(new() { Channel = "mail", Name = "one", Position = 9 });
        cursors.Put(new() { Channel = "mail", Name = "other", Position = 4 });
        cursors.Put(new() { Channel = "links", Name = "pages", Position = 1 });
        await new MailCursors(cursors).Create(["box"], default);
        Assert.Equal(
            [("links", "pages", 1L), ("mail", "changes", 4L), ("outbox", "box", 0L)],
            (await cursors.All(default)).Select(c => (c.Channel, c.Name, c.Position)).Order());

        cursors.Put(cursors["mail", "changes"] with { Position = 12 });
        await new MailCursors(cursors).Create(["second"], default);
        Assert.Equal(
            [("links", "pages", 1L), ("mail", "changes", 12L), ("outbox", "box", 0L), ("outbox", "second", 0L)],
            (await cursors.All(default)).Select(c => (c.Channel, c.Name, c.Position)).Order());
        var fresh = new MemoryCursors();
        await new MailCursors(fresh).Create([], default);
        Assert.Equal(0, fresh["mail", "changes"].Position);
    }

    [Fact]
    public void Everything_is_mailed_but_what_changes_nothing_for_its_reader()
    {
        _rig.Register.Grow();
        var e = _rig.Register.Log[0];
        Assert.Equal(
            [EventType.AuthorityConfirmed, EventType.DataErased],
            Enum.GetValues<EventType>().Where(t => !MailPolicy.IsMailed(e with { Type = t })));
        Assert.All(
            Enum.GetValues<EventType>(), t => Assert.False(MailPolicy.IsMailed(e with { Type = t, Facts = new() { Quiet = true } })));
        Assert.True(MailPolicy.IsMailed(e with { Facts = new() { Quiet = false } }));
    }
}
