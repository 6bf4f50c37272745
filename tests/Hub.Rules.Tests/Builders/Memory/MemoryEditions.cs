using Hub.Delivery.Editions;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Editions in memory, written once; dies after so many writes where a test wants it to.</summary>
internal sealed class MemoryEditions : IEditionStore
{
    private readonly Dictionary<(EditionId, string), EditionFile> _files = [];

    public int? WritesUntilCrash { get; set; }

    /// <summary>Stands for another process that writes just before this one does.</summary>
    public Action<string>? BeforeKeep { get; set; }

    /// <summary>The time at which files are kept.</summary>
    public DateTimeOffset Now { get; set; } = Sample.Now;

    public IEnumerable<EditionFile> Of(EditionId id) =>
        _files.Where(f => f.Key.Item1 == id).Select(f => f.Value).OrderBy(f => f.Name, StringComparer.Ordinal);

    public Task<EditionFile> Keep(EditionId edition, EditionFile file, CancellationToken cancel)
    {
        if (WritesUntilCrash-- == 0)
            throw new IOException("the process died here");
        BeforeKeep?.Invoke(file.Name);
        return Task.FromResult(_files.TryAdd((edition, file.Name), file with { KeptAt = Now }) ? file : _files[(edition, file.Name)]);
    }

    public Task<EditionFile?> Find(EditionId edition, string name, CancellationToken cancel) =>
        Task.FromResult(_files.GetValueOrDefault((edition, name)));

    public Task<IReadOnlyList<EditionId>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<EditionId>>([.. _files.Keys.Select(k => k.Item1).Distinct().Order()]);
}

/// <summary>Makes two small files of an edition.</summary>
internal sealed class PlainRenderer : IEditionRenderer
{
    /// <summary>Stands in every file: another release of the hub writes another.</summary>
    public string Release { get; set; } = "1";

    /// <summary>Records that it cannot write in <c>directory.txt</c>.</summary>
    public IReadOnlyList<string> Unwritable { get; set; } = [];

    /// <summary>Fails as a whole, as no renderer should.</summary>
    public bool IsBroken { get; set; }

    public IEnumerable<EditionFile> Render(Edition edition, EditionChanges changes, Action<LeftOut>? leftOut = null)
    {
        if (IsBroken)
            throw new IOException("the renderer is broken");
        foreach (var state in edition.States)
            foreach (var record in state.Authorities.Where(a => Unwritable.Contains(a.RecordId)))
                leftOut?.Invoke(new("directory.txt", new(state.State, EditionSubject.Authority, record.RecordId), "ArgumentException"));
        yield return new("directory.txt", "text/plain", System.Text.Encoding.UTF8.GetBytes($"{Release} {edition.Id} {edition.Sequence}"));
        yield return new("changes.json", "application/json", changes.ToBytes());
    }
}
