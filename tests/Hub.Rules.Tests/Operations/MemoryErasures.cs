using Hub.Operations.Erasures;

namespace Hub.Rules.Tests.Operations;

/// <summary>Erasures in memory, with optimistic concurrency.</summary>
internal sealed class MemoryErasures : IErasureStore
{
    private readonly Dictionary<string, Erasure> _all = [];
    private int _version;

    public IReadOnlyCollection<Erasure> All => _all.Values;

    public Erasure Only => _all.Values.Single();

    public Task<bool> Add(Erasure erasure, CancellationToken cancel) =>
        Task.FromResult(_all.TryAdd(erasure.Id, erasure with { ETag = $"{++_version}" }));

    public Task<Erasure?> Find(string id, CancellationToken cancel) => Task.FromResult(_all.GetValueOrDefault(id));

    public Task<Erasure?> Save(Erasure erasure, CancellationToken cancel) => Task.FromResult(
        _all[erasure.Id].ETag == erasure.ETag ? _all[erasure.Id] = erasure with { ETag = $"{++_version}" } : null);

    public Task<IReadOnlyList<Erasure>> List(int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Erasure>>([.. _all.Values.Take(limit)]);

    public Task<IReadOnlyList<Erasure>> Due(DateTimeOffset now, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Erasure>>([.. _all.Values.Where(e => e.DueAt <= now).Take(limit)]);
}
