using Hub.Delivery.Outbox;
using Hub.Operations.Standstill;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>Somebody stops all mail, and lets it go on: everything waits meanwhile, and everybody is told once.</summary>
public sealed class MailPauseTests
{
    private readonly MailRig _rig = new();

    private MailPause Pause => new(_rig.Cursors, _rig.Outbox, _rig, _rig.Clock);

    [Fact]
    public async Task While_mail_is_paused_nothing_is_sent_and_afterwards_everything_once()
    {
        _rig.Subscribe("m");
        _rig.Register.Grow();
        await Pause.Pause("daniel", "a wrong edition", default);
        await _rig.Run();
        Assert.Empty(_rig.Sent);
        Assert.Equal(
            new MailStanding(true, "daniel", _rig.Clock.Now, "a wrong edition", 1), await Pause.Now(default));

        Assert.Equal(new MailStanding(false, null, null, null, 1), await Pause.Resume(default));
        Assert.Contains("mailbox", _rig.Woken);
        await _rig.Finish();
        _rig.AssertEverybodyWasToldOnce();
        Assert.Single(_rig.Sent);
    }

    [Fact]
    public async Task Paused_in_the_middle_of_a_run_no_further_mail_is_begun_once_the_run_writes_its_cursor()
    {
        foreach (var id in Enumerable.Range(0, 200))
            _rig.Subscribe($"m{id}");
        _rig.Register.Grow();
        await _rig.Enqueue();
        var sentAt = 0;
        _rig.AfterSending = _ =>
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(1));
            if (_rig.Sent.Count == 3)
            {
                Pause.Pause("daniel", "stop", default).GetAwaiter().GetResult();
                sentAt = _rig.Sent.Count;
            }
        };
        await _rig.Send();
        Assert.Equal(3, sentAt);
        Assert.InRange(_rig.Sent.Count, 3, 40);
        var sent = _rig.Sent.Count;
        await _rig.Send();
        Assert.Equal(sent, _rig.Sent.Count);
        Assert.Equal(CursorState.Paused, _rig.Cursor.State);

        _rig.AfterSending = _ => { };
        await Pause.Resume(default);
        await _rig.Finish();
        _rig.AssertEverybodyWasToldOnce();
    }

    [Fact]
    public async Task Who_stopped_it_first_and_why_stays_when_another_stops_it_too()
    {
        await Pause.Pause("daniel", "first", default);
        var since = _rig.Clock.Now;
        _rig.Clock.Advance(TimeSpan.FromHours(1));
        var now = await Pause.Pause("erika", "second", default);
        Assert.Equal(("daniel", since, "first"), (now.By!, now.Since!.Value, now.Reason!));
    }

    [Fact]
    public async Task All_mailboxes_stop_those_too_that_come_later_and_one_that_the_hub_gave_up_stays_as_it_is()
    {
        _rig.Staff("mailbox", "second");
        _rig.Cursors.Put(_rig.Cursors[OutboxSender.ChannelName, "second"] with { State = CursorState.Disabled, StateReason = "gone" });
        await Pause.Pause("daniel", "stop", default);
        _rig.Staff("third");
        Assert.Equal(
            [("mailbox", CursorState.Paused, "stop"), ("second", CursorState.Disabled, "gone"), ("third", CursorState.Paused, "stop")],
            (await _rig.Cursors.Of(OutboxSender.ChannelName, default)).Select(c => (c.Name, c.State, c.StateReason!)));
        await Pause.Resume(default);
        Assert.Equal(
            [CursorState.Active, CursorState.Disabled, CursorState.Active],
            (await _rig.Cursors.Of(OutboxSender.ChannelName, default)).Select(c => c.State));
    }

    [Fact]
    public async Task A_cursor_that_a_run_writes_at_the_same_moment_is_paused_all_the_same()
    {
        var others = 3;
        _rig.Cursors.BeforeSave = () =>
        {
            if (others-- > 0)
                _rig.Cursors.Put(_rig.Cursor with { Begun = others });
        };
        Assert.True((await Pause.Pause("daniel", "stop", default)).IsPaused);
    }

    [Fact]
    public async Task Health_says_that_mail_is_stopped()
    {
        await Pause.Pause("daniel", "stop", default);
        var told = await new ChannelWatch(_rig.Cursors, _rig.Outbox, _rig.Senders, _rig.Register, _rig.Clock).Look(default);
        Assert.Contains(new Hub.Work.Watching.Trouble.Stopped(OutboxSender.ChannelName, "mailbox", CursorState.Paused), told);
        Assert.Equal("A sender mailbox is stopped.", Standstill.Of(StandstillKind.MailStopped, 1, Sample.Now).What);
    }
}
