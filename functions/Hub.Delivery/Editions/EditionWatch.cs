using Hub.Work.Watching;

namespace Hub.Delivery.Editions;

/// <summary>Finds editions that were frozen and do not come to their end.</summary>
/// <remarks>
/// Health asks it, and so the first answer after a start waits for what it needs: the store alone, no register, no renderer.
/// </remarks>
public sealed class EditionWatch(EditionOutcomes outcomes, IEditionStore store, TimeProvider clock)
{
    /// <summary>Those that take too long.</summary>
    public async Task<IReadOnlyList<Trouble>> Look(CancellationToken cancel)
    {
        var (found, now) = (new List<Trouble>(), clock.GetUtcNow());
        foreach (var id in await outcomes.Unfinished(await store.List(cancel), cancel))
            if (await store.Find(id, EditionService.DirectoryFile, cancel) is { KeptAt: { } frozen } file
                && now - frozen is var waiting && waiting > StandstillLimits.Default.Editions)
                found.Add(new Trouble.Late(
                    EditionFileSet.Queue, id.Slug, Edition.Read(file.Content.Span).Sequence + 1, (int)waiting.TotalMinutes));
        return found;
    }
}
