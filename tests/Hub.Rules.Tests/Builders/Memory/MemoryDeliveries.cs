using Hub.Work.Runner;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Attempts in memory, in the order in which they were kept.</summary>
internal sealed class MemoryDeliveries : IDeliveryLog
{
    public List<Attempt> All { get; } = [];

    /// <summary>How often something was written, however much.</summary>
    public int Writes { get; private set; }

    public Task AddAll(IReadOnlyList<Attempt> attempts, CancellationToken cancel)
    {
        Assert.InRange(attempts.Count, 1, 500);
        // One of the same receiver, time and event is the same, kept a second time.
        All.RemoveAll(a => attempts.Any(
            b => (a.Channel, a.Name, a.At, a.Sequence) == (b.Channel, b.Name, b.At, b.Sequence)));
        All.AddRange(attempts);
        Writes++;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Attempt>> List(string channel, string name, int limit, Attempt? before, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Attempt>>(
        [
            .. NewestFirst(channel, name)
                .Where(a => before is null || (a.At, a.Sequence).CompareTo((before.At, before.Sequence)) < 0).Take(limit),
        ]);

    public Task<IReadOnlyList<Attempt>> Of(string channel, string name, long sequence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Attempt>>([.. NewestFirst(channel, name).Where(a => a.Sequence == sequence)]);

    public Task<IReadOnlyList<Attempt>> Since(string channel, long sequence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Attempt>>([.. All.Where(a => a.Channel == channel && a.Sequence >= sequence)]);

    private IEnumerable<Attempt> NewestFirst(string channel, string name) =>
        All.Where(a => a.Channel == channel && a.Name == name).OrderByDescending(a => (a.At, a.Sequence));
}
