using Hub.Intake.Translation;

namespace Hub.InMemory;

/// <summary>Work on documents in memory.</summary>
internal sealed class MemoryWorks : IDocumentWorkStore
{
    private readonly MemoryRows<DocumentWork> _works = new(w => w.Id, w => w.ETag, (w, mark) => w with { ETag = mark });

    public IReadOnlyCollection<DocumentWork> All => _works.All;

    public DocumentWork this[string id] => _works[id];

    public Task Add(DocumentWork work, CancellationToken cancel) => Task.FromResult(_works.Add(work));

    public Task<DocumentWork?> Find(string id, CancellationToken cancel) => Task.FromResult(_works.Find(id));

    public Task<DocumentWork?> Save(DocumentWork work, CancellationToken cancel) => Task.FromResult(_works.Update(work));

    public Task<IReadOnlyList<DocumentWork>> Of(string notice, CancellationToken cancel) => _works.Where(w => w.Notice == notice);

    public async Task<IReadOnlyList<string>> Due(DateTimeOffset now, CancellationToken cancel) =>
        [.. (await _works.Where(w => w.DueAt <= now)).Select(w => w.Id)];
}
