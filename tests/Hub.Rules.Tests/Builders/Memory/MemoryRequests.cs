using Hub.InMemory;
using Hub.Delivery.Confirmations;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Who was asked to confirm records, in memory.</summary>
internal sealed class MemoryRequests : IConfirmationRequestStore
{
    private readonly MemoryRows<Asked> _asked = new(a => a.Recipient, a => a.ETag, (a, mark) => a with { ETag = mark });

    public IReadOnlyList<Asked> All => _asked.All;

    public Task<IReadOnlyList<Asked>> List(CancellationToken cancel) => Task.FromResult(_asked.All);

    public Task<bool> Save(Asked asked, CancellationToken cancel) => Task.FromResult(_asked.Save(asked) is not null);
}
