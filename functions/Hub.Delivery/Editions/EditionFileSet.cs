using Hub.Register.Log;
using Hub.Work.Failures;

namespace Hub.Delivery.Editions;

/// <summary>
/// The files of an edition in the store. What could not be written in one of them stops none: it is left out, and a person finds it on the
/// failures list (I11).
/// </summary>
public sealed class EditionFileSet(IEditionStore store, IEditionRenderer renderer, SetAside aside)
{
    /// <summary>The queue that publishes editions, as the failures list names it.</summary>
    public const string Queue = "editions";

    /// <summary>An edition that was begun; null where there is none.</summary>
    public async Task<Edition?> Find(EditionId id, CancellationToken cancel) =>
        await store.Find(id, EditionService.DirectoryFile, cancel) is { } file ? Edition.Read(file.Content.Span) : null;

    /// <summary>What changed since the edition before.</summary>
    public async Task<EditionChanges> Changes(Edition edition, CancellationToken cancel) =>
        EditionChanges.Between(edition.Previous is { } previous ? await Find(previous, cancel) : null, edition);

    /// <summary>Makes and keeps every file; the manifest, which tells of the files that are there, whichever run put them there.</summary>
    public async Task<EditionFile> Keep(Edition edition, CancellationToken cancel)
    {
        var leftOut = new List<LeftOut>();
        var entries = new List<ManifestEntry> { ManifestEntry.Of((await store.Find(edition.Id, EditionService.DirectoryFile, cancel))!) };
        foreach (var file in renderer.Render(edition, await Changes(edition, cancel), leftOut.Add))
            entries.Add(ManifestEntry.Of(await store.Keep(edition.Id, file, cancel)));
        await Tell(edition, leftOut, cancel);
        var manifest = Manifest.Of(edition, entries);
        return await store.Keep(edition.Id, new(Manifest.FileName, "application/json", manifest.ToBytes()), cancel);
    }

    private async Task Tell(Edition edition, IEnumerable<LeftOut> leftOut, CancellationToken cancel)
    {
        var closed = new DateTimeOffset(edition.CutOff.ToDateTime(default), TimeSpan.Zero);
        foreach (var thing in LeftOutThing.Of(leftOut))
            await aside.NoteOnce(Queue, edition.Id.Slug, thing.Name(), thing.Reason(edition.Id), closed, cancel);
    }
}
