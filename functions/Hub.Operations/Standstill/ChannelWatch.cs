using Hub.Delivery.Outbox;
using Hub.Intake.Inbox.Channel;
using Hub.Notices.Outbox;
using Hub.Register.Log;
using Hub.Work.Runner;
using Hub.Work.Watching;

namespace Hub.Operations.Standstill;

/// <summary>Looks at every cursor for what an operator has to know. Waiting for a due time or a run under way is no trouble.</summary>
public sealed class ChannelWatch(
    ICursorStore cursors, IOutboxStore outbox, SenderAssignment senders, IRegisterStore register, TimeProvider clock)
{
    /// <summary>How long is too long.</summary>
    public static TimeSpan Patience => StandstillLimits.Default.Channels;

    /// <summary>How long a mailbox may not have been read.</summary>
    public static TimeSpan PatienceWithInbox => StandstillLimits.Default.Inboxes;

    /// <summary>What is wrong now.</summary>
    public async Task<IReadOnlyList<Trouble>> Look(CancellationToken cancel)
    {
        var troubles = await Task.WhenAll((await cursors.All(cancel)).Select(c => With(c, cancel)));
        return [.. troubles.OfType<Trouble>()];
    }

    private async Task<Trouble?> With(Cursor cursor, CancellationToken cancel)
    {
        if (cursor.State != CursorState.Active)
            return new Trouble.Stopped(cursor.Channel, cursor.Name, cursor.State);
        var (now, patience) = (clock.GetUtcNow(), cursor.Channel == InboxChannel.ChannelName ? PatienceWithInbox : Patience);
        if (now - cursor.FailingSince is { } failing && failing > patience)
            return new Trouble.Failing(cursor.Channel, cursor.Name, cursor.Attempts, (int)failing.TotalMinutes);
        if (now - cursor.BrokenSince is { } broken && broken > patience)
            return new Trouble.Broken(cursor.Channel, cursor.Name, (int)broken.TotalMinutes);
        if (await Next(cursor, now, cancel) is not var (next, since))
            return null;
        var free = new[] { since, cursor.DueAt ?? since, cursor.LeasedUntil ?? since }.Max();
        return now - free > patience ? new Trouble.Late(cursor.Channel, cursor.Name, next, (int)(now - free).TotalMinutes) : null;
    }

    // The event that it waits for and since when. A mailbox that sends is not late, however many mails wait.
    private async Task<(long Event, DateTimeOffset Since)?> Next(Cursor cursor, DateTimeOffset now, CancellationToken cancel)
    {
        // What came in is known only to the mailbox; it is read again at its due time, or once a run that had it has ended.
        if (cursor.Channel == InboxChannel.ChannelName)
            return (cursor.DueAt ?? cursor.LeasedUntil) is { } since ? (cursor.Position, since) : null;
        if (cursor.Channel != OutboxSender.ChannelName)
            return await register.ReadEvents(cursor.Position, 1, cancel) is [var next] ? (next.Sequence, next.Time) : null;
        var due = (await outbox.Due(now - Patience, cursor.Name, cancel)).Where(m => senders.Of(m) == cursor.Name).ToList();
        return due.Count == 0
            ? null
            : (due.Max(m => m.UpTo), (await outbox.Pace(cursor.Name, cancel)).Sent.Append(due.Min(m => m.DueAt!.Value)).Max());
    }
}
