using Hub.Notices.Colleagues;

namespace Hub.InMemory;

/// <summary>Handlings in memory.</summary>
internal sealed class MemoryHandlings : IHandlingStore
{
    private readonly MemoryRows<Handling> _desks = new(d => d.Id, d => d.ETag, (d, mark) => d with { ETag = mark });

    public IReadOnlyList<Handling> Kept => _desks.All;

    public Task<Handling> Find(string id, CancellationToken cancel) => Task.FromResult(_desks.Find(id) ?? new() { Id = id });

    public Task<Handling?> Save(Handling handling, CancellationToken cancel) => Task.FromResult(_desks.Save(handling));

    public Task<IReadOnlyList<Handling>> Held(CancellationToken cancel) => _desks.Where(d => d.Holder is not null);

    public IAsyncEnumerable<Handling> All(CancellationToken cancel) => _desks.All.ToAsyncEnumerable();

    public Task Remove(string id, CancellationToken cancel)
    {
        _desks.Remove(id);
        return Task.CompletedTask;
    }
}
