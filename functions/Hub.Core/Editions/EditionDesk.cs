using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hub.Core.Notices;
using Hub.Core.Register;

namespace Hub.Core.Editions;

/// <summary>What is asked for.</summary>
/// <param name="Id">The edition; the present half-year's where absent.</param>
/// <param name="Reason">Why a revision takes the place of the edition before; of revisions only.</param>
public sealed record EditionRequest(EditionId? Id = null, string? Reason = null);

/// <summary>How a request for an edition ended.</summary>
public abstract record EditionResult
{
    /// <summary>It is frozen, now or since an earlier request, and will be published.</summary>
    /// <param name="Edition">The edition.</param>
    public sealed record Begun(Edition Edition) : EditionResult;

    /// <summary>It cannot be.</summary>
    /// <param name="Why">Why, and what to do.</param>
    public sealed record Refused(string Why) : EditionResult;
}

/// <summary>
/// Makes editions: freezes the register in one blob, written once, and makes everything else from that. Whatever crashes, the same request
/// goes on where the last one stopped and ends in the same bytes and one event.
/// </summary>
public sealed class EditionDesk(
    IRegisterStore register, IEditionStore store, IEditionRenderer renderer, ReferenceData data, TimeProvider clock) : IDisposable
{
    /// <summary>The file that is the edition.</summary>
    public const string DirectoryFile = "directory.json";

    private const int CommitTries = 20;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<EditionId, long> _published = new();

    /// <summary>The edition as it would be frozen now, or was.</summary>
    public async Task<EditionResult> Prepare(EditionRequest request, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var id = request.Id ?? EditionId.Of(today);
        if (await Find(id, cancel) is { } begun)
            return new EditionResult.Begun(begun);
        var known = await store.List(cancel);
        if (EditionRules.Refusal(request with { Id = id }, today, known, await Unfinished(known, cancel)) is { } why)
            return new EditionResult.Refused(why);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        return new EditionResult.Begun(new EditionContent(snapshot, today, data).Of(id, EditionRules.Previous(id, known), request.Reason));
    }

    /// <summary>Freezes an edition, once: what was frozen first is what is published.</summary>
    public async Task<EditionResult> Begin(EditionRequest request, CancellationToken cancel)
    {
        var prepared = await Prepare(request, cancel);
        if (prepared is not EditionResult.Begun(var edition))
            return prepared;
        var kept = await store.Keep(edition.Id, new(DirectoryFile, "application/json", edition.ToBytes()), cancel);
        return new EditionResult.Begun(Edition.Read(kept.Content.Span));
    }

    /// <summary>
    /// Renders, keeps and logs a frozen edition; run again, it does nothing twice. Returns its event's number; null where it is unknown, or
    /// where this process is at it already.
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

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<long?> PublishInTurn(EditionId id, CancellationToken cancel)
    {
        if (await PublishedAt(id, cancel) is { } done)
            return done;
        if (await Find(id, cancel) is not { } edition)
            return null;
        var manifest = await Keep(edition, cancel);
        return await Commit(edition, Convert.ToHexStringLower(SHA256.HashData(manifest.Content.Span)), cancel);
    }

    /// <summary>An edition that was begun; null where there is none.</summary>
    public async Task<Edition?> Find(EditionId id, CancellationToken cancel) =>
        await store.Find(id, DirectoryFile, cancel) is { } file ? Edition.Read(file.Content.Span) : null;

    /// <summary>What changed since the edition before.</summary>
    public async Task<EditionChanges> Changes(Edition edition, CancellationToken cancel) =>
        EditionChanges.Between(edition.Previous is { } previous ? await Find(previous, cancel) : null, edition);

    /// <summary>The editions that were begun and are not yet in the log.</summary>
    public async Task<IReadOnlyList<EditionId>> Unfinished(CancellationToken cancel) => await Unfinished(await store.List(cancel), cancel);

    /// <summary>The number of an edition's event; null where it is not in the log.</summary>
    public async Task<long?> PublishedAt(EditionId id, CancellationToken cancel)
    {
        if (_published.TryGetValue(id, out var known))
            return known;
        if (await register.CommittedAt(id.CommitId, cancel) is not { } sequence)
            return null;
        return _published[id] = sequence;
    }

    private async Task<IReadOnlyList<EditionId>> Unfinished(IReadOnlyList<EditionId> known, CancellationToken cancel)
    {
        var unfinished = new List<EditionId>();
        foreach (var id in known)
            if (await PublishedAt(id, cancel) is null)
                unfinished.Add(id);
        return unfinished;
    }

    // The manifest tells of the files that are there, whichever run put them there.
    private async Task<EditionFile> Keep(Edition edition, CancellationToken cancel)
    {
        var entries = new List<ManifestEntry> { ManifestEntry.Of((await store.Find(edition.Id, DirectoryFile, cancel))!) };
        foreach (var file in renderer.Render(edition, await Changes(edition, cancel)))
            entries.Add(ManifestEntry.Of(await store.Keep(edition.Id, file, cancel)));
        var manifest = Manifest.Of(edition, entries);
        return await store.Keep(edition.Id, new(Manifest.FileName, "application/json", manifest.ToBytes()), cancel);
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
