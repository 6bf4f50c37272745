using Hub.Operations.Erasures;
using Hub.Register.Log;
using Hub.Work.Failures;

namespace Hub.Operations.Erasing;

/// <summary>
/// Does what was ordered, some items at a time. Each item can be done again at any time, so a run that was killed is begun anew; when all
/// are done they are looked at once more, for what was under way meanwhile, and then the log says that it happened.
/// </summary>
public sealed class ErasureRun(
    IErasureStore erasures, ErasureSearch finder, EraseNotice notice, EraseMail mail, EraseRecord record, EraseFiles files,
    IRegisterStore register, SetAside aside, Outages outages, ErasureSettings settings, TimeProvider clock)
{
    private const int MostErasures = 2;
    private const int MostItems = 20;
    private const int CommitTries = 8;
    private const int WaitFactor = 6;
    private const string Queue = "erasures";
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Does the steps that are due; the erasures that it moved on.</summary>
    public async Task<IReadOnlyList<Erasure>> Run(CancellationToken cancel)
    {
        var moved = new List<Erasure>();
        foreach (var erasure in await erasures.Due(clock.GetUtcNow(), MostErasures, cancel))
            if (await Step(erasure, cancel) is { } after)
                moved.Add(after);
        return moved;
    }

    private async Task<Erasure?> Step(Erasure erasure, CancellationToken cancel)
    {
        if (erasure.Attempts >= AttemptPolicy.Most)
            return await Stop(erasure, cancel);
        // Taken first: of two that come at once, one goes on.
        var attempt = erasure.Attempts + 1;
        var taken = await erasures.Save(erasure with { Attempts = attempt, DueAt = clock.GetUtcNow() + Wait(attempt) }, cancel);
        if (taken is null)
            return null;
        if (erasure.Attempts == SetAside.MostAttempts)
            await aside.NoteEnds(Queue, erasure.Id, "An erasure", erasure.OrderedAt, cancel);
        try
        {
            var after = await Done(await Items(taken, cancel), cancel);
            return await erasures.Save(after with { Attempts = 0 }, cancel);
        }
        // No fault of the erasure's.
        catch (Exception e) when (outages.Is(e) || cancel.IsCancellationRequested)
        {
            await erasures.Save(
                taken with { Attempts = erasure.Attempts, DueAt = clock.GetUtcNow() + settings.LookAgain }, CancellationToken.None);
            throw;
        }
    }

    private TimeSpan Wait(int attempt) => new[] { Lease, settings.Attempts.WaitAfter(attempt) }.Max();

    private async Task<Erasure> Items(Erasure erasure, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        // Those that waited come last: what cannot be done must not keep the others from it.
        var next = erasure.Items.Where(i => !i.IsDone && !(i.Until > now)).OrderBy(i => i.Waits is null ? 0 : 1).Take(MostItems).ToList();
        var terms = erasure.Request?.IsOfPerson() == true ? new PersonalTerms(erasure.Request) : null;
        var done = new Dictionary<ErasureItem, ErasureItem>();
        foreach (var item in next)
            done[item] = await Guarded(erasure, item, terms, cancel);
        var items = erasure.Items.Select(i => done.GetValueOrDefault(i, i)).ToList();
        return erasure with { Items = items };
    }

    // One that breaks waits, and a person is told of it; the others go on.
    private async Task<ErasureItem> Guarded(Erasure erasure, ErasureItem item, PersonalTerms? terms, CancellationToken cancel)
    {
        try
        {
            return await Erase(erasure, item, terms, cancel);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException) && !outages.Is(e))
        {
            if (item.Waits is null)
                await aside.Note(
                    Queue, erasure.Id, $"{item.Kind} {item.Id} could not be erased ({e.GetType().Name}); it is tried again every hour.",
                    cancel);
            return item with { Waits = $"It could not be done ({e.GetType().Name}): it is tried again." };
        }
    }

    // Where only files are left, whom it is about is forgotten.
    private Task<ErasureItem> Erase(Erasure erasure, ErasureItem item, PersonalTerms? terms, CancellationToken cancel) =>
        erasure.Request is not { KeepFiles: var keepFiles } ? Files(item, cancel) : item.Kind switch
        {
            ErasureKind.Notice => notice.Do(item, terms, keepFiles, cancel),
            ErasureKind.Mail => mail.Do(item, keepFiles, cancel),
            ErasureKind.Record => record.Do(erasure.Id, item, terms!, cancel),
        };

    private async Task<ErasureItem> Files(ErasureItem item, CancellationToken cancel) =>
        ErasureSearch.FolderOf(item) is { } folder && await files.Of(folder, cancel) is { } until
            ? item with { Waits = ErasureItems.Kept, Until = until }
            : ErasureItems.Done(item);

    private async Task<Erasure> Done(Erasure erasure, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (erasure.Items.Any(i => i is { IsDone: false, Waits: null }))
            return erasure with { State = ErasureState.Running, DueAt = now };
        var waits = erasure.Items.Any(i => !i.IsDone);
        if (erasure.Items.Any(i => i is { IsDone: false, Until: null }))
            return erasure with { State = ErasureState.Waiting, DueAt = Next(erasure, now) };
        if (!erasure.IsSecondLook)
            return await SecondLook(erasure, now, cancel);
        // From here on it says how much, and of what, and which files wait for storage; whom it is about nobody can tell.
        if (waits)
            return Forgotten(erasure) with { State = ErasureState.Waiting, DueAt = Next(erasure, now) };
        await Note(erasure, now, cancel);
        return Forgotten(erasure) with { State = ErasureState.Done, DoneAt = now, DueAt = null };
    }

    private static Erasure Forgotten(Erasure erasure) => erasure.Request?.IsOfPerson() == true ? erasure with { Request = null } : erasure;

    private DateTimeOffset Next(Erasure erasure, DateTimeOffset now)
    {
        var waits = settings.LookAgain * WaitFactor;
        return erasure.Items.Where(i => !i.IsDone).Select(i => i.Until ?? now + waits).Min();
    }

    private async Task<Erasure> SecondLook(Erasure erasure, DateTimeOffset now, CancellationToken cancel)
    {
        var known = erasure.Items.Select(i => (i.Kind, i.Id)).ToHashSet();
        var more = (await finder.Find(erasure.Request!, cancel)).Where(i => !known.Contains((i.Kind, i.Id)));
        return erasure with
        {
            IsSecondLook = true, State = ErasureState.Running, DueAt = now + settings.LookAgain,
            Items =
            [
                .. erasure.Items.Select(i => i with { IsDone = false, Waits = null, Until = null }), .. more.Take(ErasureSearch.MostItems),
            ],
        };
    }

    private async Task Note(Erasure erasure, DateTimeOffset now, CancellationToken cancel)
    {
        for (var i = 0; i < CommitTries; i++)
        {
            var head = (await register.Read(TimeSpan.Zero, cancel)).Head;
            if (await register.Commit(ErasureCommit.Done(erasure.Id, head, erasure.Counts(), now), cancel) is CommitResult.Committed)
                return;
        }
        throw new InvalidOperationException($"Erasure {erasure.Id} could not be noted: the log kept moving. The next sweep tries again.");
    }

    private async Task<Erasure?> Stop(Erasure erasure, CancellationToken cancel)
    {
        if (await erasures.Save(Forgotten(erasure) with { State = ErasureState.Stopped, DueAt = null }, cancel) is not { } stopped)
            return null;
        await aside.Note(
            Queue, erasure.Id, "The process ended each time it worked on this erasure. What is done stays done: order it again "
            + "(docs/privacy.md).", cancel);
        return stopped;
    }
}
