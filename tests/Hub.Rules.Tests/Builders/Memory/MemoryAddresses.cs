using Hub.Notices.Recipients;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>What came back from addresses, with optimistic concurrency.</summary>
internal sealed class MemoryAddresses : IAddressStore
{
    private readonly Dictionary<string, AddressHistory> _histories = [];
    private int _version;

    public Task<IReadOnlyList<AddressHistory>> List(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<AddressHistory>>([.. _histories.Values]);

    public Task<AddressHistory?> Find(string recipient, CancellationToken cancel) =>
        Task.FromResult(_histories.GetValueOrDefault(recipient));

    public Task<bool> Save(AddressHistory history, CancellationToken cancel)
    {
        if (_histories.GetValueOrDefault(history.Recipient)?.ETag != history.ETag)
            return Task.FromResult(false);
        _histories[history.Recipient] = history with { ETag = $"{++_version}" };
        return Task.FromResult(true);
    }
}
