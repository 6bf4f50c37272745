using System.Collections.Concurrent;
using Hub.Register.Log;

namespace Hub.Delivery.Editions;

/// <summary>What became of the editions that were begun: in the log, dropped, or still to be published.</summary>
public sealed class EditionOutcomes(IRegisterStore register, IEditionStore store)
{
    private readonly ConcurrentDictionary<EditionId, long> _published = new();
    private readonly ConcurrentDictionary<EditionId, EditionOutcome> _dropped = new();

    /// <summary>Decides what becomes of an edition, where nobody has; what was decided first.</summary>
    public async Task<EditionOutcome> Decide(EditionOutcome outcome, CancellationToken cancel) =>
        EditionOutcome.Read(await store.Keep(outcome.Edition, outcome.ToFile(), cancel));

    /// <summary>Who dropped an edition, when and why; null where nobody did.</summary>
    public async Task<EditionOutcome?> DropOf(EditionId id, CancellationToken cancel)
    {
        if (_dropped.TryGetValue(id, out var known))
            return known;
        // What is in the log was not dropped: nothing is asked of the store.
        if (await PublishedAt(id, cancel) is not null || await store.Find(id, EditionOutcome.FileName, cancel) is not { } file
            || EditionOutcome.Read(file) is not { IsDropped: true } dropped)
            return null;
        return _dropped[id] = dropped;
    }

    /// <summary>The number of an edition's event; null where it is not in the log.</summary>
    public async Task<long?> PublishedAt(EditionId id, CancellationToken cancel)
    {
        if (_published.TryGetValue(id, out var known))
            return known;
        if (await register.CommittedAt(id.CommitId, cancel) is not { } sequence)
            return null;
        return _published[id] = sequence;
    }

    /// <summary>Those that were dropped.</summary>
    public Task<IReadOnlyList<EditionId>> Dropped(IEnumerable<EditionId> begun, CancellationToken cancel) =>
        Where(begun, async id => await DropOf(id, cancel) is not null);

    /// <summary>Those that are not in the log yet, and will be.</summary>
    public Task<IReadOnlyList<EditionId>> Unfinished(IEnumerable<EditionId> begun, CancellationToken cancel) =>
        Where(begun, async id => await PublishedAt(id, cancel) is null && await DropOf(id, cancel) is null);

    private static async Task<IReadOnlyList<EditionId>> Where(IEnumerable<EditionId> ids, Func<EditionId, Task<bool>> holds)
    {
        var found = new List<EditionId>();
        foreach (var id in ids)
            if (await holds(id))
                found.Add(id);
        return found;
    }
}
