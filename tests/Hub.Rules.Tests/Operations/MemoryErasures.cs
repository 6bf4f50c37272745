using Hub.InMemory;
using Hub.Operations.Erasures;

namespace Hub.Rules.Tests.Operations;

/// <summary>Erasures in memory.</summary>
internal sealed class MemoryErasures : IErasureStore
{
    private readonly MemoryRows<Erasure> _all = new(e => e.Id, e => e.ETag, (e, mark) => e with { ETag = mark });

    public IReadOnlyCollection<Erasure> All => _all.All;

    public Erasure Only => _all.All.Single();

    public Task<bool> Add(Erasure erasure, CancellationToken cancel) => Task.FromResult(_all.Add(erasure));

    public Task<Erasure?> Find(string id, CancellationToken cancel) => Task.FromResult(_all.Find(id));

    public Task<Erasure?> Save(Erasure erasure, CancellationToken cancel) => Task.FromResult(_all.Update(erasure));

    public Task<IReadOnlyList<Erasure>> List(int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Erasure>>([.. _all.All.Reverse().Take(limit)]);

    public Task<IReadOnlyList<Erasure>> Due(DateTimeOffset now, int limit, CancellationToken cancel) =>
        _all.Where(e => e.DueAt <= now, limit);
}
