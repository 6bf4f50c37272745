using Azure.Data.Tables;
using Hub.Notices.Recipients;

namespace Hub.Azure.Tables.Delivery;

/// <summary>What came back from recipients' addresses, by the recipients' ids.</summary>
public sealed class AddressStore(HubTables tables) : IAddressStore
{
    private const string Partition = "address";

    /// <inheritdoc/>
    public Task<IReadOnlyList<AddressHistory>> List(CancellationToken cancel) =>
        tables.Recipients.List($"PartitionKey eq {Partition}", cancel, read: Read);

    /// <inheritdoc/>
    public async Task<AddressHistory?> Find(string recipient, CancellationToken cancel) =>
        await tables.Recipients.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Of(recipient), cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? Read(entity)
            : null;

    /// <inheritdoc/>
    public Task<bool> Save(AddressHistory history, CancellationToken cancel) =>
        tables.Recipients.SaveIfUnchanged(
            JsonEntity.Of(Partition, TableKey.Of(history.Recipient), history, history.ETag), history.ETag, cancel);

    private static AddressHistory Read(TableEntity entity) => entity.Value<AddressHistory>(out var mark) with { ETag = mark };
}
