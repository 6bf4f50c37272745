using Hub.InMemory;
using Hub.Notices.Recipients;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>What came back from addresses, in memory.</summary>
internal sealed class MemoryAddresses : IAddressStore
{
    private readonly MemoryRows<AddressHistory> _histories = new(h => h.Recipient, h => h.ETag, (h, mark) => h with { ETag = mark });

    public Task<IReadOnlyList<AddressHistory>> List(CancellationToken cancel) => Task.FromResult(_histories.All);

    public Task<AddressHistory?> Find(string recipient, CancellationToken cancel) => Task.FromResult(_histories.Find(recipient));

    public Task<bool> Save(AddressHistory history, CancellationToken cancel) => Task.FromResult(_histories.Save(history) is not null);
}
