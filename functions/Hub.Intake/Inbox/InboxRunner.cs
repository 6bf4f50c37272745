using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>What a run of a mailbox came to.</summary>
/// <param name="Result">Where it stands.</param>
/// <param name="Notices">The notices it made, which wait to be moved on.</param>
public sealed record InboxRun(RunResult Result, IReadOnlyCollection<string> Notices);

/// <summary>
/// Runs a mailbox: one run at a time, under a lease. Whatever happens to a run, the next goes on from what was kept; a mailbox that cannot
/// be reached waits, and this decides how long.
/// </summary>
public sealed class InboxRunner(
    IInboxStore store, IInbox inbox, InboxSubscriptions subscriptions, InboxWork work, MailroomSettings settings, IIdentifiers ids,
    TimeProvider clock)
{
    /// <summary>A run ends after this time and is taken up again by the next wake-up.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Reads a mailbox until there is nothing left to do or its time is up.</summary>
    public async Task<InboxRun> Run(string mailbox, CancellationToken cancel)
    {
        if (!settings.Reads(mailbox) || await Take(mailbox, cancel) is not { } mine)
            return new(RunResult.NotMine, []);
        var pass = new InboxPass(mine, new(inbox, mine.Mailbox, mine.Folders));
        RunResult result;
        try
        {
            result = await Run(pass, clock.GetUtcNow() + Budget, cancel);
        }
        catch (MailboxException e)
        {
            pass.State = After(pass.State, e.Failed);
            result = RunResult.Waiting;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            result = RunResult.MoreToDo;
        }
        await Release(pass);
        return new(result, pass.Made);
    }

    private async Task<InboxState?> Take(string mailbox, CancellationToken cancel)
    {
        var state = await store.Find(mailbox, cancel);
        var now = clock.GetUtcNow();
        return state.IsFree(now) ? await store.Save(state with { LeasedUntil = now + settings.Lease }, cancel) : null;
    }

    private async Task<RunResult> Run(InboxPass pass, DateTimeOffset ends, CancellationToken cancel)
    {
        await subscriptions.Keep(pass.State.Mailbox, cancel);
        while (clock.GetUtcNow() < ends && !cancel.IsCancellationRequested)
        {
            var (mails, atTheEnd) = await work.Next(pass, cancel);
            // Everything up to the new place is kept: the place moves on before any of it is dealt with.
            if (!await Hold(pass, cancel))
                return RunResult.NotMine;
            if (mails.Count > 0 && !await Holding(pass, () => work.Settle(pass, mails, cancel), cancel))
                return RunResult.NotMine;
            await work.Tell(cancel);
            if (mails.Count == 0 && atTheEnd)
                return RunResult.Resting;
        }
        return RunResult.MoreToDo;
    }

    // Reading takes as long as files do: the lease is renewed meanwhile, or a second run would count the same mails as begun again.
    private async Task<bool> Holding(InboxPass pass, Func<Task> steps, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(settings.Lease / 3, clock);
        var (settling, held) = (steps(), true);
        for (var tick = Next(); held && await Task.WhenAny(settling, tick) == tick; tick = Next())
            held = await Hold(pass, cancel);
        await settling;
        return held && await Hold(pass, cancel);

        Task Next() => timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
    }

    private async Task<bool> Hold(InboxPass pass, CancellationToken cancel)
    {
        var held = pass.Current with
        {
            LeasedUntil = clock.GetUtcNow() + settings.Lease, Attempts = 0, FailingSince = null, Trouble = null,
        };
        if (await store.Save(held, cancel) is not { } saved)
            return false;
        pass.State = saved;
        return true;
    }

    // What a run came to is kept even when it is being cancelled: a shutdown must not look like a crash.
    private Task Release(InboxPass pass)
    {
        var due = pass.State.FailingSince is null ? clock.GetUtcNow() + settings.ReadEvery : pass.State.DueAt;
        return store.Save(pass.Current with { LeasedUntil = null, DueAt = due }, CancellationToken.None);
    }

    private InboxState After(InboxState state, Step.Failed failed)
    {
        var now = clock.GetUtcNow();
        var failing = state with { Attempts = state.Attempts + 1, FailingSince = state.FailingSince ?? now, Trouble = failed.Reason };
        return settings.Retries.Decide(
            failing.Attempts, failed, failing.FailingSince!.Value, now, ids.Fraction()) is RetryDecision.RetryAt retry
            ? failing with { DueAt = retry.At }
            : failing with { DueAt = now + settings.Retries.Ladder[^1] };
    }
}
