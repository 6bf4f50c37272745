using Hub.Register.Json;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Delivery.Outbox;

/// <summary>Whether mail goes out.</summary>
/// <param name="IsPaused">Whether somebody stopped it.</param>
/// <param name="By">Who; null where it is not known.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Waiting">How many mails are due.</param>
public sealed record MailStanding(bool IsPaused, string? By, DateTimeOffset? Since, string? Reason, int Waiting) : Confidential;

/// <summary>
/// Stops all mail that goes out, and lets it go on. The cursors of the sender mailboxes are what stands still: what waits is kept, and
/// nothing is sent twice.
/// </summary>
public sealed class MailPause(ICursorStore cursors, Notices.Outbox.IOutboxStore outbox, IWakeUpSender wakeUps, TimeProvider clock)
{
    private const int Tries = 10;

    /// <summary>Whether mail goes out now.</summary>
    public async Task<MailStanding> Now(CancellationToken cancel)
    {
        var paused = (await Senders(cancel)).Where(c => c.State == CursorState.Paused).ToList();
        var first = paused.MinBy(c => c.Halt?.At ?? DateTimeOffset.MaxValue);
        var waiting = await outbox.Due(clock.GetUtcNow(), null, cancel);
        return new(paused.Count > 0, first?.Halt?.By, first?.Halt?.At, first?.StateReason, waiting.Count);
    }

    /// <summary>Whether somebody stopped it.</summary>
    public async Task<bool> IsOn(CancellationToken cancel) => (await Senders(cancel)).Any(c => c.State == CursorState.Paused);

    /// <summary>Stops it; where it was stopped before, who did and why stays as it was.</summary>
    public async Task<MailStanding> Pause(string by, string reason, CancellationToken cancel)
    {
        var halt = new Halt(by, clock.GetUtcNow());
        await Change(
            c => c.State == CursorState.Active, c => c with { State = CursorState.Paused, StateReason = reason, Halt = halt }, cancel);
        return await Now(cancel);
    }

    /// <summary>Lets it go on.</summary>
    public async Task<MailStanding> Resume(CancellationToken cancel)
    {
        await Change(
            c => c.State == CursorState.Paused,
            c => c with { State = CursorState.Active, StateReason = null, Halt = null, Attempts = 0, FailingSince = null, DueAt = null },
            cancel);
        await wakeUps.Send(new() { Mail = [.. (await Senders(cancel)).Select(c => c.Name)] });
        return await Now(cancel);
    }

    private Task<IReadOnlyList<Cursor>> Senders(CancellationToken cancel) => cursors.Of(OutboxSender.ChannelName, cancel);

    // A run that has one of them writes it while it sends: it loses it, and ends.
    private async Task Change(Func<Cursor, bool> which, Func<Cursor, Cursor> change, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            var isDone = true;
            foreach (var cursor in (await Senders(cancel)).Where(which))
                isDone &= await cursors.Save(change(cursor), cancel) is not null;
            if (isDone)
                return;
        }
        throw new TimeoutException("The cursors of the mailboxes were written by others each time.");
    }
}
