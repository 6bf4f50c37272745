using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.InMemory;
using Hub.Intake.Inbox.Channel;
using Hub.Notices.Outbox;
using Hub.Operations.Standstill;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;
using Hub.Work.Watching;

namespace Hub.Rules.Tests.Work;

public sealed class ChannelWatchTests
{
    private readonly ManualClock _clock = new();
    private readonly MemoryCursors _cursors = new();
    private readonly MemoryOutbox _outbox = new();
    private readonly MemoryRegister _register = new();

    [Fact]
    public async Task A_cursor_at_the_end_of_the_log_is_well_however_long_it_rests()
    {
        Put(position: 0);
        _clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await Look());
    }

    [Fact]
    public async Task A_cursor_that_nobody_runs_is_late_after_a_quarter_of_an_hour()
    {
        _register.Grow(3);
        Put(position: 1);
        _clock.Advance(ChannelWatch.Patience);
        Assert.Empty(await Look());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([new Trouble.Late(MailChannel.ChannelName, "one", 2, 16)], await Look());
    }

    [Fact]
    public async Task A_cursor_that_waits_for_its_time_or_is_run_is_not_late()
    {
        _register.Grow();
        _clock.Advance(TimeSpan.FromHours(3));
        Put(position: 0, c => c with { DueAt = _clock.Now.AddMinutes(1) });
        Assert.Empty(await Look());
        Put(position: 0, c => c with { LeasedUntil = _clock.Now.AddSeconds(-20) });
        Assert.Empty(await Look());
    }

    [Fact]
    public async Task A_cursor_that_has_failed_for_a_quarter_of_an_hour_is_failing_whenever_it_is_due()
    {
        _register.Grow();
        Put(position: 0, c => c with { Attempts = 4, FailingSince = _clock.Now.AddMinutes(-20), DueAt = _clock.Now.AddHours(1) });
        Assert.Equal([new Trouble.Failing(MailChannel.ChannelName, "one", 4, 20)], await Look());
    }

    [Fact]
    public async Task A_cursor_whose_runs_end_by_an_error_is_told_though_each_of_them_held_its_lease()
    {
        _register.Grow();
        Put(position: 0, c => c with { BrokenSince = _clock.Now.AddMinutes(-20), LeasedUntil = _clock.Now.AddSeconds(30) });
        Assert.Equal([new Trouble.Broken(MailChannel.ChannelName, "one", 20)], await Look());
    }

    [Fact]
    public async Task A_mailbox_that_was_to_be_read_and_was_not_or_could_not_is_told_after_five_minutes()
    {
        foreach (var stands in new Func<Cursor, Cursor>[]
        {
            c => c with { DueAt = _clock.Now.AddMinutes(1) }, c => c with { LeasedUntil = _clock.Now.AddMinutes(1) },
            c => c with { FailingSince = _clock.Now.AddMinutes(1), DueAt = _clock.Now.AddHours(1) },
        })
        {
            Put(position: 0, c => stands(c) with { Channel = InboxChannel.ChannelName, Name = "notices" });
            _clock.Advance(ChannelWatch.PatienceWithInbox + TimeSpan.FromMinutes(1));
            Assert.Empty(await Look());
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal((InboxChannel.ChannelName, "notices"), Assert.Single(await Look()) is var told ? (told.Channel, told.Name) : default);
        }
    }

    [Theory]
    [InlineData(CursorState.Paused)]
    [InlineData(CursorState.Disabled)]
    public async Task A_cursor_that_was_stopped_is_told_even_with_nothing_to_do(CursorState state)
    {
        Put(position: 0, c => c with { Channel = WebhookChannel.ChannelName, State = state });
        Assert.Equal([new Trouble.Stopped(WebhookChannel.ChannelName, "one", state)], await Look());
    }

    [Fact]
    public async Task A_mailbox_is_late_whose_mails_are_due_and_which_sends_none_for_a_quarter_of_an_hour()
    {
        _cursors.Put(new() { Channel = OutboxSender.ChannelName, Name = "one" });
        await _outbox.Save(
            [OutboxMails.Changes("m", _clock.Now).Widened(0, 7, _clock.Now)], new MailboxPace("one") { Sent = [_clock.Now.AddMinutes(60)] },
            default);
        _clock.Advance(TimeSpan.FromMinutes(70));
        Assert.Empty(await Look());
        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal([new Trouble.Late(OutboxSender.ChannelName, "one", 7, 16)], await Look());
    }

    private Task<IReadOnlyList<Trouble>> Look() => new ChannelWatch(_cursors, _outbox, new(["one"]), _register, _clock).Look(default);

    private void Put(long position, Func<Cursor, Cursor>? change = null)
    {
        var cursor = new Cursor { Channel = MailChannel.ChannelName, Name = "one", Position = position };
        _cursors.Put(change?.Invoke(cursor) ?? cursor);
    }
}
