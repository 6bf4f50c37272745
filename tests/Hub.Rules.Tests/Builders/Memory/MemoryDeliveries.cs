using Hub.Work.Runner;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Attempts in memory.</summary>
internal sealed class MemoryDeliveries : IDeliveryLog
{
    public List<Attempt> All { get; } = [];

    /// <summary>How often something was written, however much.</summary>
    public int Writes { get; private set; }

    public Task AddAll(IReadOnlyList<Attempt> attempts, CancellationToken cancel)
    {
        Assert.InRange(attempts.Count, 1, 500);
        All.AddRange(attempts);
        Writes++;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Attempt>> List(string channel, string name, int limit, Attempt? before, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Attempt>>([.. All.Where(a => a.Channel == channel && a.Name == name).Reverse().Take(limit)]);

    public Task<IReadOnlyList<Attempt>> Of(string channel, string name, long sequence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Attempt>>(
            [.. All.Where(a => a.Channel == channel && a.Name == name && a.Sequence == sequence).Reverse()]);

    public Task<IReadOnlyList<Attempt>> Since(string channel, long sequence, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Attempt>>([.. All.Where(a => a.Channel == channel && a.Sequence >= sequence)]);
}
