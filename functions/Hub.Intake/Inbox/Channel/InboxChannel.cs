using Hub.Work.Failures;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox.Channel;

/// <summary>
/// Reads a mailbox: first what came in is kept and the place in its list moves on, then it is dealt with. Whatever happens to a run, the
/// next goes on from what was kept. Where nothing is left, it is read again after a while, or as soon as somebody wakes it.
/// </summary>
public sealed class InboxChannel(
    IInbox inbox, InboxSubscriptions subscriptions, InboxWork work, IWakeUpSender wakeUps, MailroomSettings settings, TimeProvider clock)
    : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "mailbox";

    // Every event is later than none: a wake-up counts before the due time.
    private const long Wakeable = 0;

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <summary>A mail that ends the process waits after its third attempt: the mailbox itself is not put off for it.</summary>
    public int MostBegun => 2 * SetAside.MostAttempts;

    /// <summary>What came in is known only to the mailbox: it is always asked.</summary>
    public Task<bool> HasWork(Cursor cursor, ChannelRun run, CancellationToken cancel) => Task.FromResult(settings.Reads(cursor.Name));

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var pass = run.Prepared as InboxPass;
        run.Prepared = pass ??= InboxPass.Of(cursor, inbox);
        try
        {
            if (run.Resumed)
                await subscriptions.Keep(pass.Mailbox, cancel);
            return await Next(pass, cursor, cancel);
        }
        catch (MailboxException e)
        {
            return e.Failed with { Work = pass.Remembered };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new Step.Moved(cursor.Position, pass.Remembered);
        }
        finally
        {
            if (pass.TakeMade() is { Count: > 0 } made)
                await wakeUps.Send(new() { Notices = made });
        }
    }

    private async Task<Step> Next(InboxPass pass, Cursor cursor, CancellationToken cancel)
    {
        if (pass.Mails.Count > 0)
        {
            var mails = pass.Mails;
            pass.Mails = [];
            await work.Settle(pass, mails, cancel);
            return new Step.Moved(cursor.Position, pass.Remembered);
        }
        // Before the mailbox is asked: what comes in during that is not woken for while this run has the lease.
        await work.Tell(cancel);
        (pass.Mails, var atTheEnd) = await work.Next(pass, cancel);
        if (pass.Mails.Count == 0 && atTheEnd)
            return new Step.Paced(clock.GetUtcNow() + settings.ReadEvery, pass.Remembered, Seen: Wakeable) { Position = cursor.Position };
        // A mailbox that can be read and not be changed fails all the same: to have read it again does not end its failures.
        return cursor.FailingSince is null
            ? new Step.Moved(cursor.Position, pass.Remembered)
            : new Step.Paced(clock.GetUtcNow(), pass.Remembered);
    }
}
