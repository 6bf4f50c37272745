using Azure;
using Azure.Data.Tables;
using Hub.Notices.Colleagues;

namespace Hub.Azure.Tables;

/// <summary>Handlings by the ids of their notices and mails; a column says who has one.</summary>
public sealed class HandlingStore(HubTables tables) : IHandlingStore
{
    private const string Partition = "handling";
    private const string Holder = "Holder";

    /// <inheritdoc/>
    public async Task<Handling> Find(string id, CancellationToken cancel) =>
        await tables.Keys.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Of(id), cancellationToken: cancel)
            is { HasValue: true, Value: { } row }
            ? Read(row)
            : new() { Id = id };

    /// <inheritdoc/>
    public async Task<Handling?> Save(Handling handling, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(handling);
        var entity = JsonEntity.Of(Partition, TableKey.Of(handling.Id), handling, handling.ETag);
        entity[Holder] = handling.Holder?.By ?? "";
        return await tables.Keys.Save(entity, handling.ETag, cancel) is { } mark ? handling with { ETag = mark } : null;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Handling>> Held(CancellationToken cancel) =>
        tables.Keys.List($"PartitionKey eq {Partition} and Holder gt {""}", cancel, read: Read);

    /// <inheritdoc/>
    public IAsyncEnumerable<Handling> All(CancellationToken cancel) =>
        tables.Keys.QueryAsync<TableEntity>(r => r.PartitionKey == Partition, cancellationToken: cancel).Select(Read);

    /// <inheritdoc/>
    public Task Remove(string id, CancellationToken cancel) =>
        tables.Keys.DeleteEntityAsync(Partition, TableKey.Of(id), ETag.All, cancel);

    private static Handling Read(TableEntity row) => row.Value<Handling>(out var mark) with { ETag = mark };
}
