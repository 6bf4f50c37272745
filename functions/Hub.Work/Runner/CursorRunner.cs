using Hub.Register.Log;
using Hub.Work.Failures;

namespace Hub.Work.Runner;

/// <summary>What a run came to.</summary>
public enum RunResult
{
    /// <summary>The cursor is at the end of the log.</summary>
    Resting,

    /// <summary>It waits for its due time, or was disabled.</summary>
    Waiting,

    /// <summary>Its time was up with work left: it wants to be woken at once.</summary>
    MoreToDo,

    /// <summary>Somebody else runs it, or it is paused, disabled or gone.</summary>
    NotMine,
}

/// <summary>
/// Runs a cursor: the one mechanism behind mail that goes out and comes in, webhooks and links. It takes the lease, lets the channel deal
/// with what is to be done, keeps the position after each step, and decides on retries. Whatever happens to a run, the next one goes on
/// from the position kept.
/// </summary>
public sealed class CursorRunner(
    ICursorStore cursors, IRegisterStore register, SetAside aside, IIdentifiers ids, TimeProvider clock)
{
    private const int Pauses = 5;
    private readonly EventTail _log = new(register);

    /// <summary>Longer than any single step takes; a run that dies holds its cursor up for this long.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A run ends after this time and is taken up again by the next wake-up, so that no function runs for minutes.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// What is due again so soon, and a lease that ends so soon, are waited for: a timer that looks every minute would make a minute of two
    /// seconds. None where nothing is said.
    /// </summary>
    public TimeSpan ShortWait { get; init; }

    /// <summary>Runs one cursor of a channel until it rests or its time is up.</summary>
    public async Task<RunResult> Run(IChannel channel, string name, CancellationToken cancel)
    {
        var ends = clock.GetUtcNow() + Budget;
        var cursor = await cursors.Find(channel.Name, name, cancel);
        while (cursor is not null && cursor.IsOpen(clock.GetUtcNow() + ShortWait))
        {
            if (cursor.LeasedUntil > clock.GetUtcNow())
            {
                // Whoever lives renews it long before.
                await Wait(cursor.LeasedUntil, cancel);
                cursor = cancel.IsCancellationRequested ? null : await cursors.Find(channel.Name, name, cancel);
                continue;
            }
            var run = new ChannelRun(_log);
            // Also once more after each rest: a wake-up that came while the lease was held went away again.
            if (await IsDone(channel, cursor, run, cancel))
                return RunResult.Resting;
            if (cursor.DueAt is null && cursor.Begun >= channel.MostBegun)
                return await PutOff(cursor, channel.MostBegun, cancel);
            var begun = cursor with { LeasedUntil = Begin(cursor) + Lease, DueAt = null, Begun = cursor.Begun + 1 };
            if (await cursors.Save(begun, cancel) is not { } mine)
                return RunResult.NotMine;
            await Wait(Begin(cursor), cancel);
            (var result, cursor) = await Counted(channel, mine, run, ends, cancel);
            if (result != RunResult.Resting)
                return result;
        }
        return RunResult.NotMine;
    }

    private DateTimeOffset Begin(Cursor cursor) =>
        cursor is { Seen: null, DueAt: { } due } && due > clock.GetUtcNow() ? due : clock.GetUtcNow();

    // What is thrown is told elsewhere and ends no process; what is not even thrown stays counted.
    private async Task<(RunResult Result, Cursor Cursor)> Counted(
        IChannel channel, Cursor cursor, ChannelRun run, DateTimeOffset ends, CancellationToken cancel)
    {
        var last = cursor;
        try
        {
            return await Work(channel, cursor, run, ends, saved => last = saved, cancel);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await cursors.Save(
                last with { Begun = 0, BrokenSince = last.BrokenSince ?? clock.GetUtcNow() }, CancellationToken.None);
            throw;
        }
    }

    private async Task<(RunResult Result, Cursor Cursor)> Work(
        IChannel channel, Cursor cursor, ChannelRun run, DateTimeOffset ends, Action<Cursor> saves, CancellationToken cancel)
    {
        while (clock.GetUtcNow() < ends && !cancel.IsCancellationRequested)
        {
            var advancing = channel.Advance(cursor, run, cancel);
            if (await Held(cursor, advancing) is not { } held)
            {
                await advancing;
                return (RunResult.NotMine, cursor);
            }
            saves(cursor = held);
            var step = await advancing;
            var after = After(cursor, step, channel);
            if (step is not Step.Moved && !IsSoon(after, ends))
                return await Release(after, RunResult.Waiting);
            // What failed is in doubt, as after a crash; waiting settles nothing.
            run.Resumed = step is Step.Failed || (step is Step.Paced && run.Resumed);
            // The last move and the end of the lease are one write.
            if (step is Step.Moved && await IsDone(channel, after, run, CancellationToken.None))
                return await Release(after, RunResult.Resting);
            if (HasNothingToKeep(cursor, after))
                continue;
            // A run that lost its lease stops here: the cursor is another's now.
            if (await cursors.Save(after with { LeasedUntil = Begin(after) + Lease, Begun = 1 }, CancellationToken.None) is not { } saved)
                return (RunResult.NotMine, cursor);
            saves(saved);
            await Wait(saved.DueAt, cancel);
            // That time is over: it needs not be written that it is.
            cursor = saved with { DueAt = null };
        }
        return await Release(cursor, RunResult.MoreToDo);
    }

    // A step may take longer than a lease lasts, which is short so that a crash holds nothing up: taken over meanwhile, it would be begun
    // again beside itself, and be put off as if it had ended the process. Null where another has it all the same.
    private async Task<Cursor?> Held(Cursor cursor, Task advancing)
    {
        if (advancing.IsCompleted)
            return cursor;
        using var timer = new PeriodicTimer(Lease / 3, clock);
        for (var tick = Next(); await Task.WhenAny(advancing, tick) == tick; tick = Next())
            try
            {
                if (await cursors.Save(cursor with { LeasedUntil = Begin(cursor) + Lease }, CancellationToken.None) is not { } saved)
                    return null;
                cursor = saved;
            }
            // There are two more ticks before the lease is over; to leave a step to itself would be worse.
            catch (Exception e) when (e is not OutOfMemoryException)
            {
            }
        return cursor;

        Task Next() => timer.WaitForNextTickAsync(CancellationToken.None).AsTask();
    }

    // A channel may keep what it did elsewhere: then a step is written here no more often than the lease wants it.
    private bool HasNothingToKeep(Cursor before, Cursor after) =>
        before.Begun == 1 && before.LeasedUntil - clock.GetUtcNow() > Lease / 2
        && after with { LeasedUntil = before.LeasedUntil } == before;

    private static async Task<bool> IsDone(IChannel channel, Cursor cursor, ChannelRun run, CancellationToken cancel) =>
        !await channel.HasWork(cursor, run, cancel);

    private bool IsSoon(Cursor cursor, DateTimeOffset ends) =>
        cursor is { State: CursorState.Active, DueAt: { } due, Seen: null } && due <= clock.GetUtcNow() + ShortWait && due < ends;

    private async Task Wait(DateTimeOffset? due, CancellationToken cancel)
    {
        if (due - clock.GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(left, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // What a step came to is kept even when the run is being cancelled: a shutdown must not look like a crash.
    private async Task<(RunResult, Cursor)> Release(Cursor cursor, RunResult result) =>
        await cursors.Save(cursor with { LeasedUntil = null, Begun = 0 }, CancellationToken.None) is { } saved
            ? (result, saved)
            : (RunResult.NotMine, cursor);

    // Its runs end with the process: tried again at long intervals, so that the others get on, for a cursor never skips (I3).
    private async Task<RunResult> PutOff(Cursor cursor, int most, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var put = cursor with
        {
            LeasedUntil = null, DueAt = now + (Lease * Pauses * (cursor.Begun - most + 1)), Seen = null,
            FailingSince = cursor.FailingSince ?? now, StateReason = $"the process ended in {cursor.Begun} runs",
        };
        if (await cursors.Save(put, cancel) is not null && cursor.Begun == most)
            await aside.Note(
                cursor.Channel, cursor.Name, "The process ended each time this was run. It is tried again at long intervals.", cancel);
        return RunResult.Waiting;
    }

    private Cursor After(Cursor cursor, Step step, IChannel channel)
    {
        var now = clock.GetUtcNow();
        cursor = cursor with { BrokenSince = null };
        return step switch
        {
            Step.Moved moved => Moved(cursor, moved.Position) with { Work = moved.Work },
            Step.Paced paced => Moved(cursor, paced.Position) with { Work = paced.Work, DueAt = paced.Until, Seen = paced.Seen },
            Step.Failed failed => AfterFailure(Moved(cursor, failed.Position), failed, channel.Retries, now),
            _ => throw new NotSupportedException(step.GetType().Name),
        };
    }

    // Whatever was dealt with ends the failures before it.
    private static Cursor Moved(Cursor cursor, long? position) => position is not { } moved ? cursor : cursor with
    {
        Position = moved, Attempts = 0, FailingSince = null, StateReason = null, DueAt = null, Seen = null,
    };

    private Cursor AfterFailure(Cursor cursor, Step.Failed failed, RetryPolicy policy, DateTimeOffset now)
    {
        var failing = cursor with
        {
            Attempts = cursor.Attempts + 1, FailingSince = cursor.FailingSince ?? now, Work = failed.Work, StateReason = failed.Reason,
            Seen = null,
        };
        return policy.Decide(failing.Attempts, failed, failing.FailingSince.Value, now, ids.Fraction()) switch
        {
            RetryDecision.RetryAt retry => failing with { DueAt = retry.At },
            RetryDecision.Disable disable =>
                failing with { State = CursorState.Disabled, StateReason = $"{disable.Reason}: {failed.Reason}" },
            _ => throw new NotSupportedException("Unknown decision."),
        };
    }
}
