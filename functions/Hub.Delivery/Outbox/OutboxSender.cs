using Hub.Notices.Outbox;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Delivery.Outbox;

/// <summary>
/// Sends the mails of a mailbox, whatever they are, one after the other at one pace: a mail is begun in its row, its draft is kept there
/// before it is sent, and after a crash exactly the mail under way is in doubt (I4). What goes wrong about one mail is that mail's (I11).
/// </summary>
public sealed class OutboxSender(
    IOutboxStore outbox, OutboxQueue queue, MailSending sending, OutboxFailures failures, MailSettings settings, TimeProvider clock)
    : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "outbox";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <summary>A mail that ends the process waits after its third attempt: the mailbox itself is not put off for it.</summary>
    public int MostBegun => 2 * SetAside.MostAttempts;

    /// <inheritdoc/>
    public async Task<bool> HasWork(Cursor cursor, ChannelRun run, CancellationToken cancel) =>
        (await queue.Of(cursor.Name, run, cancel)).HasWork;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var work = await queue.Of(cursor.Name, run, cancel);
        var now = clock.GetUtcNow();
        if (work.Current is null && work.Next(settings, now) is { } next)
            work.Current = await Begin(work, next, cancel);
        else if (work.Current is null && work.HasWork)
            return Wait(cursor, work, now);
        var failed = work.Current is { } current ? await Guarded(work, current, cancel) : null;
        return failed is null ? new Step.Moved(cursor.Position, cursor.Work) : failed with { Work = cursor.Work };
    }

    // A reply may come in meanwhile: short waits are short, and a long one holds up only what nobody waits for.
    private Step.Paced Wait(Cursor cursor, OutboxRun work, DateTimeOffset now)
    {
        var until = work.NextAt(settings, now);
        if (until <= now + settings.Ahead)
            return new(until < now + settings.LookAgain ? until : now + settings.LookAgain, cursor.Work);
        return new(until, cursor.Work, Seen: work.IsExhausted(settings, now) ? null : 0);
    }

    private async Task<UnderWay?> Begin(OutboxRun work, OutboxMail row, CancellationToken cancel)
    {
        work.Remove(row);
        if (!await failures.MayBegin(row, cancel))
            return null;
        // What is drafted goes, whatever has changed since.
        var composed = row.Draft is null ? await Compose(work, row, cancel) : null;
        if (row.Draft is null && composed is not Composition.Ready)
        {
            await Settle(row, composed, cancel);
            return null;
        }
        var ready = composed as Composition.Ready;
        if (await outbox.Save(Begun(work, row, ready), cancel) is { } begun)
            return new(begun, ready, row.State == OutboxState.UnderWay);
        work.Forget();
        return null;
    }

    private OutboxMail Begun(OutboxRun work, OutboxMail row, Composition.Ready? mail) =>
        row.Begun(work.Mailbox, clock.GetUtcNow(), settings.Attempts) with { Tells = mail?.Tells ?? row.Tells };

    // Null where that went wrong, which is noted.
    private async Task<Composition?> Compose(OutboxRun work, OutboxMail row, CancellationToken cancel)
    {
        try
        {
            return await queue.Compose(row, work, cancel);
        }
        catch (Exception e) when (failures.IsOfMail(e, cancel))
        {
            await failures.Note(row, isBegun: false, e, cancel);
            return null;
        }
    }

    private async Task Settle(OutboxMail row, Composition? composed, CancellationToken cancel)
    {
        switch (composed)
        {
            case Composition.Later later:
                await outbox.Change(row, r => r with { DueAt = later.At }, cancel);
                break;
            case Composition.Gone gone:
                await sending.Drop(row, gone.Why, cancel);
                break;
            case Composition.Stopped stopped:
                await sending.Note(row, clock.GetUtcNow(), $"{Attempt.NotSent}{stopped.Why}", cancel);
                await sending.Drop(row, stopped.Why, cancel);
                break;
        }
    }

    // What is thrown is the mail's own unless it is an outage or the end of the run; the mailbox's failures are no exceptions.
    private async Task<Step.Failed?> Guarded(OutboxRun work, UnderWay current, CancellationToken cancel)
    {
        work.Current = null;
        try
        {
            var (sent, failed) = await sending.Send(work.Mailbox, current, cancel);
            if (sent is var (row, at))
            {
                await Finish(work, row, at, cancel);
                await failures.Settle(row, CancellationToken.None);
            }
            if (failed is null)
                return null;
            work.Forget();
            await failures.Uncount(current.Row, cancel);
            return failed;
        }
        catch (Exception e) when (failures.IsOfMail(e, cancel))
        {
            await failures.Note(current.Row, isBegun: true, e, cancel);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await failures.Uncount(current.Row, CancellationToken.None);
            throw;
        }
    }

    // That one is sent, that the next is begun and when they went is one write. What was sent is kept even when the run is being cancelled.
    private async Task Finish(OutboxRun work, OutboxMail row, DateTimeOffset at, CancellationToken cancel)
    {
        work.Pace = work.Pace.Plus(row.Kind, settings, at);
        var now = clock.GetUtcNow();
        if (work.Next(settings, now) is { State: OutboxState.Waiting } next && !cancel.IsCancellationRequested
            && await Compose(work, next, cancel) is Composition.Ready ready)
        {
            var both = await outbox.Save(
                [row.Done(OutboxState.Sent, now), Begun(work, next, ready)], work.Pace, CancellationToken.None);
            if (both is not null)
            {
                work.Remove(next);
                (work.Pace, work.Current) = (both.Pace!, new(both.Mails[1], ready, false));
                return;
            }
        }
        await FinishAlone(work, row, at);
    }

    private async Task FinishAlone(OutboxRun work, OutboxMail row, DateTimeOffset at)
    {
        while (await outbox.Save([row.Done(OutboxState.Sent, clock.GetUtcNow())], work.Pace, CancellationToken.None) is var saved)
        {
            if (saved is not null)
            {
                work.Pace = saved.Pace!;
                return;
            }
            work.Forget();
            work.Pace = (await outbox.Pace(work.Mailbox, CancellationToken.None)).Plus(row.Kind, settings, at);
            var current = await outbox.Find(row.Id, CancellationToken.None);
            if (!row.IsWidenedOnly(current))
                return;
            row = current!;
        }
    }
}
