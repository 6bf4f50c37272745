using System.Security.Cryptography;
using Hub.Notices.Rules;
using Hub.Register.Log;

namespace Hub.Delivery.Editions;

/// <summary>What is asked for.</summary>
/// <param name="Id">The edition; the present half-year's where absent.</param>
/// <param name="Reason">Why a revision takes the place of the edition before; of revisions only.</param>
public sealed record EditionRequest(EditionId? Id = null, string? Reason = null);

/// <summary>How a request for an edition ended.</summary>
public abstract record EditionResult
{
    /// <summary>It can be made, or was.</summary>
    /// <param name="Edition">The edition.</param>
    /// <param name="IsFrozen">Whether it is frozen, now or since an earlier request, and will be published.</param>
    public sealed record Begun(Edition Edition, bool IsFrozen) : EditionResult;

    /// <summary>It cannot be.</summary>
    /// <param name="Why">Why, and what to do.</param>
    public sealed record Refused(EditionRefusal Why) : EditionResult;
}

/// <summary>
/// Makes editions: freezes the register in one blob, written once, and makes everything else from that. Whatever crashes, the same request
/// goes on where the last one stopped and ends in the same bytes and one event.
/// </summary>
public sealed class EditionService(
    IRegisterStore register, IEditionStore store, EditionFileSet files, EditionOutcomes outcomes, ReferenceData data, TimeProvider clock)
    : IDisposable
{
    /// <summary>The file that is the edition.</summary>
    public const string DirectoryFile = "directory.json";

    private const int CommitTries = 20;
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The edition as it would be frozen now, or was.</summary>
    public async Task<EditionResult> Prepare(EditionRequest request, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var id = request.Id ?? EditionId.Of(today);
        if (await outcomes.DropOf(id, cancel) is null && await Find(id, cancel) is { } begun)
            return new EditionResult.Begun(begun, true);
        var known = await store.List(cancel);
        var (unfinished, dropped) = (await outcomes.Unfinished(known, cancel), await outcomes.Dropped(known, cancel));
        if (EditionRules.Refusal(request with { Id = id }, today, known, unfinished, dropped) is { } why)
            return new EditionResult.Refused(why);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var previous = EditionRules.Previous(id, [.. known.Except(dropped)]);
        return new EditionResult.Begun(new EditionContent(snapshot, today, data).Of(id, previous, request.Reason), false);
    }

    /// <summary>Freezes an edition, once: what was frozen first is what is published.</summary>
    public async Task<EditionResult> Begin(EditionRequest request, CancellationToken cancel)
    {
        var prepared = await Prepare(request, cancel);
        return prepared is EditionResult.Begun(var edition, false)
            ? new EditionResult.Begun(await Freeze(edition, cancel), true)
            : prepared;
    }

    /// <summary>Freezes an edition that was prepared; the one that is frozen, which another request may have prepared.</summary>
    public async Task<Edition> Freeze(Edition edition, CancellationToken cancel) => Edition.Read(
        (await store.Keep(edition.Id, new(DirectoryFile, "application/json", edition.ToBytes()), cancel)).Content.Span);

    /// <summary>
    /// Renders, keeps and logs a frozen edition; run again, it does nothing twice. Returns its event's number; null where it is unknown or
    /// dropped, or where this process is at it already.
    /// </summary>
    public async Task<long?> Publish(EditionId id, CancellationToken cancel)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancel))
            return null;
        try
        {
            return await PublishInTurn(id, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Drops a frozen edition, for good: nothing of it goes out, and another may be made.</summary>
    /// <param name="id">The edition.</param>
    /// <param name="by">Who drops it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<DropResult> Drop(EditionId id, string by, string reason, CancellationToken cancel)
    {
        if (await Find(id, cancel) is not { } edition)
            return new DropResult.Unknown();
        if (await PublishedAt(id, cancel) is not null)
            return new DropResult.TooLate(
                $"Edition {id} is in the log, and its mails go out: it can no longer be dropped. A revision takes its place.");
        return await outcomes.Decide(new(id, true, clock.GetUtcNow(), by, reason), cancel) is { IsDropped: true } outcome
            ? new DropResult.Dropped(edition, outcome)
            : new DropResult.TooLate(
                $"Edition {id} is being put in the log at this moment: it can no longer be dropped. A revision takes its place.");
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    /// <summary>An edition that was begun; null where there is none.</summary>
    public Task<Edition?> Find(EditionId id, CancellationToken cancel) => files.Find(id, cancel);

    /// <summary>What changed since the edition before.</summary>
    public Task<EditionChanges> Changes(Edition edition, CancellationToken cancel) => files.Changes(edition, cancel);

    /// <summary>Who dropped an edition, when and why; null where nobody did.</summary>
    public Task<EditionOutcome?> DropOf(EditionId id, CancellationToken cancel) => outcomes.DropOf(id, cancel);

    /// <summary>The editions that may come next.</summary>
    public async Task<IReadOnlyList<EditionId>> Next(CancellationToken cancel) =>
        EditionRules.Next(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), await store.List(cancel));

    /// <summary>The editions that were begun, are not yet in the log, and will be.</summary>
    public async Task<IReadOnlyList<EditionId>> Unfinished(CancellationToken cancel) =>
        await outcomes.Unfinished(await store.List(cancel), cancel);

    /// <summary>The number of an edition's event; null where it is not in the log.</summary>
    public Task<long?> PublishedAt(EditionId id, CancellationToken cancel) => outcomes.PublishedAt(id, cancel);

    private async Task<long?> PublishInTurn(EditionId id, CancellationToken cancel)
    {
        if (await PublishedAt(id, cancel) is { } done)
            return done;
        if (await DropOf(id, cancel) is not null || await Find(id, cancel) is not { } edition)
            return null;
        var manifest = await files.Keep(edition, cancel);
        // The last moment: from here on it cannot be dropped, and whoever dropped it before has stopped it.
        if (await outcomes.Decide(new(id, false, clock.GetUtcNow()), cancel) is { IsDropped: true })
            return null;
        return await Commit(edition, Convert.ToHexStringLower(SHA256.HashData(manifest.Content.Span)), cancel);
    }

    private async Task<long> Commit(Edition edition, string manifestHash, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < CommitTries; attempt++)
        {
            var head = (await register.Read(TimeSpan.Zero, cancel)).Head;
            var commit = EditionCommit.Build(head, edition, manifestHash, clock.GetUtcNow());
            if (await register.Commit(commit, cancel) is CommitResult.Committed(var last))
                return last;
        }
        throw new InvalidOperationException(
            $"Edition {edition.Id} could not be committed: the log kept moving. The next sweep tries again.");
    }
}
