using Hub.Intake.Translation;

namespace Hub.InMemory;

/// <summary>Work on documents in memory, with optimistic concurrency.</summary>
internal sealed class MemoryWorks : IDocumentWorkStore
{
    private readonly Dictionary<string, DocumentWork> _works = [];
    private int _version;

    public IReadOnlyCollection<DocumentWork> All => _works.Values;

    public DocumentWork this[string id] => _works[id];

    public Task Add(DocumentWork work, CancellationToken cancel)
    {
        _works.TryAdd(work.Id, work with { ETag = $"{++_version}" });
        return Task.CompletedTask;
    }

    public Task<DocumentWork?> Find(string id, CancellationToken cancel) => Task.FromResult(_works.GetValueOrDefault(id));

    public Task<DocumentWork?> Save(DocumentWork work, CancellationToken cancel) => Task.FromResult(
        _works[work.Id].ETag == work.ETag ? _works[work.Id] = work with { ETag = $"{++_version}" } : null);

    public Task<IReadOnlyList<DocumentWork>> Of(string notice, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DocumentWork>>([.. _works.Values.Where(w => w.Notice == notice)]);

    public Task<IReadOnlyList<string>> Due(DateTimeOffset now, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<string>>([.. _works.Values.Where(w => w.DueAt <= now).Select(w => w.Id)]);
}
