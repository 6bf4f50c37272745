using System.Collections.Concurrent;
using Hub.Notices.Documents;
using Hub.Register.Log;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Intake.Translation;

/// <summary>
/// Takes up work on documents and puts it off: due times, as everything that waits has. Every attempt is counted before it begins.
/// </summary>
public sealed class WorkClock(
    IDocumentWorkStore store, DocumentSettings settings, SetAside aside, Suspects suspects, Outages outages, IIdentifiers ids,
    TimeProvider clock)
{
    private const string Queue = "documents";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, bool> _underWay = new();
    private static readonly RetryPolicy Policy = RetryPolicy.OwnServices with { Patience = TimeSpan.FromDays(1) };

    /// <summary>
    /// Does work that is due, for this caller alone for a while. Work that was begun too often is given up now, and comes as
    /// <see cref="WorkState.Impossible"/>. An outage of the hub's own services is not its fault; what it throws three times it throws
    /// always.
    /// </summary>
    public async Task Run(string id, Func<DocumentWork, Task> steps, CancellationToken cancel)
    {
        // Many heavy files wait long for their turn with the readers: what this process is at has not ended it, and is not begun again.
        if (_underWay.ContainsKey(id) || await Due(id, cancel) is not { } due)
            return;
        // Of all that was under way at once the second attempt may be under way at once too.
        var isSuspect = due.Begun >= 2;
        using var turn = isSuspect ? await suspects.Turn(Queue, cancel) : null;
        if (isSuspect && turn is null)
            return;
        var work = isSuspect ? await Due(id, cancel) : due;
        if (work is not null && await Begin(work, cancel) is { } begun)
            await Do(begun, steps);
    }

    private async Task<DocumentWork?> Due(string id, CancellationToken cancel) =>
        await store.Find(id, cancel) is { State: WorkState.Waiting } work && work.DueAt <= clock.GetUtcNow() ? work : null;

    private async Task<DocumentWork?> Begin(DocumentWork work, CancellationToken cancel)
    {
        if (work.Begun >= AttemptPolicy.Most || work.Errors >= SetAside.MostAttempts)
            return await GiveUp(work, cancel);
        var now = clock.GetUtcNow();
        var since = work.BegunAt ?? now;
        if (work.Begun == SetAside.MostAttempts)
            await aside.NoteEnds(Queue, work.Id, "Work on a document", since, cancel);
        var wait = new[] { Lease / settings.Speed, settings.Attempts.WaitAfter(work.Begun + 1) }.Max();
        return await store.Save(work with { Begun = work.Begun + 1, BegunAt = since, DueAt = now + wait }, cancel);
    }

    private async Task Do(DocumentWork work, Func<DocumentWork, Task> steps)
    {
        _underWay[work.Id] = true;
        try
        {
            await steps(work);
            if (work is { Begun: > SetAside.MostAttempts, BegunAt: { } since }
                && await store.Find(work.Id, CancellationToken.None) is { State: WorkState.Done or WorkState.Human })
                await aside.Settle(Queue, work.Id, since, CancellationToken.None);
        }
        catch (Exception e) when (outages.Is(e))
        {
            await store.Save(Later(work, Soon), CancellationToken.None);
            throw;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            await store.Save(work with { Begun = work.Begun - 1, Errors = work.Errors + 1 }, CancellationToken.None);
            throw;
        }
        finally
        {
            _underWay.TryRemove(work.Id, out _);
        }
    }

    /// <summary>Begins again what was given up, or waits for another attempt, because a person asks for it.</summary>
    public async Task Reopen(string id, CancellationToken cancel)
    {
        if (await store.Find(id, cancel) is { State: WorkState.Impossible or WorkState.Waiting } work)
            await store.Save(
                work with
                {
                    State = WorkState.Waiting,
                    DueAt = clock.GetUtcNow(),
                    Begun = 0,
                    Errors = 0,
                    BegunAt = null,
                    Attempts = 0,
                    FailingSince = null,
                },
                cancel);
    }

    /// <summary>The same work, not before a while.</summary>
    public DocumentWork Later(DocumentWork work, TimeSpan wait) =>
        work with { Begun = 0, BegunAt = null, DueAt = clock.GetUtcNow() + (wait / settings.Speed) };

    /// <summary>The same work after a failure: later again, or given up after a day.</summary>
    public DocumentWork After(DocumentWork work, Step.Failed failure)
    {
        var (now, since, tries) = (clock.GetUtcNow(), work.FailingSince ?? clock.GetUtcNow(), work.Attempts + 1);
        var failed = work with { Begun = 0, BegunAt = null, Attempts = tries, FailingSince = since, Reason = failure.Reason };
        return Policy.Faster(settings.Speed).Decide(tries, failure, since, now, ids.Fraction()) switch
        {
            RetryDecision.RetryAt(var at) => failed with { DueAt = at },
            RetryDecision.Disable(var why) =>
                failed with { State = WorkState.Impossible, DueAt = null, Reason = $"{failure.Reason}; {why}" },
            _ => throw new NotSupportedException("Unknown decision."),
        };
    }

    private async Task<DocumentWork?> GiveUp(DocumentWork work, CancellationToken cancel)
    {
        var reason = work.Errors >= SetAside.MostAttempts
            ? $"it failed {work.Errors} times by an error of the hub's own"
            : $"it was begun {work.Begun} times, and did not end";
        // Noted first: listed twice is better than given up and listed nowhere.
        await aside.Note(
            Queue,
            work.Id,
            $"Work on a document was given up: {reason}. Read the document, or bring its translation; or retry it.",
            cancel);
        return await store.Save(work with { State = WorkState.Impossible, DueAt = null, Reason = reason }, cancel);
    }
}
