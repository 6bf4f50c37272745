using Azure.Data.Tables;
using Hub.Notices.Recipients;

namespace Hub.Azure.Tables;

/// <summary>What came back from readers' addresses, by the readers' ids.</summary>
public sealed class AddressStore(HubTables tables) : IAddressStore
{
    private const string Partition = "address";

    /// <inheritdoc/>
    public Task<IReadOnlyList<AddressHistory>> List(CancellationToken cancel) =>
        tables.Readers.List($"PartitionKey eq {Partition}", cancel, read: Read);

    /// <inheritdoc/>
    public async Task<AddressHistory?> Find(string reader, CancellationToken cancel) =>
        await tables.Readers.GetEntityIfExistsAsync<TableEntity>(Partition, reader, cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? Read(entity)
            : null;

    /// <inheritdoc/>
    public Task<bool> Save(AddressHistory history, CancellationToken cancel) =>
        tables.Readers.SaveIfUnchanged(JsonEntity.Of(Partition, history.Reader, history), history.ETag, cancel);

    private static AddressHistory Read(TableEntity entity) => entity.Value<AddressHistory>() with { ETag = entity.ETag.ToString() };
}
