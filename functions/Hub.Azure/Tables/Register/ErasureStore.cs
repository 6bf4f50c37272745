using System.Text.Json;
using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Operations.Erasures;
using Hub.Register.Json;

namespace Hub.Azure.Tables.Register;

/// <summary>Erasures, newest first; whom they look for is encrypted, and gone once they are done.</summary>
public sealed class ErasureStore(HubTables tables, SecretBox box) : IErasureStore
{
    private const string Partition = "erasure";
    private const string Sought = "Sought";
    private const string DueAt = "DueAt";

    /// <inheritdoc/>
    public Task<bool> Add(Erasure erasure, CancellationToken cancel) => tables.Erasures.SaveIfUnchanged(Entity(erasure), null, cancel);

    /// <inheritdoc/>
    public async Task<Erasure?> Find(string id, CancellationToken cancel) =>
        await tables.Erasures.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Of(id), cancellationToken: cancel)
            is { HasValue: true, Value: { } found }
            ? Read(found)
            : null;

    /// <inheritdoc/>
    public async Task<Erasure?> Save(Erasure erasure, CancellationToken cancel) =>
        await tables.Erasures.Update(Entity(erasure), erasure.ETag, cancel) is { } mark ? erasure with { ETag = mark } : null;

    // Ids sort by time; there are a handful a year.
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Erasure>> List(int limit, CancellationToken cancel) =>
        [.. (await tables.Erasures.List($"PartitionKey eq {Partition}", cancel, read: Read)).Reverse().Take(limit)];

    /// <inheritdoc/>
    public Task<IReadOnlyList<Erasure>> Due(DateTimeOffset now, int limit, CancellationToken cancel) =>
        tables.Erasures.List($"PartitionKey eq {Partition} and DueAt le {now}", cancel, limit, Read);

    private TableEntity Entity(Erasure erasure)
    {
        var entity = JsonEntity.Of(Partition, erasure.Id, erasure with { Request = null }, erasure.ETag);
        if (erasure.Request is { } request)
            entity[Sought] = box.Close(JsonSerializer.Serialize(request, HubJson.Options));
        if (erasure.DueAt is { } due)
            entity[DueAt] = due;
        return entity;
    }

    private Erasure Read(TableEntity entity) => entity.Value<Erasure>(out var mark) with
    {
        Request = entity.GetString(Sought) is { } sought
            ? JsonSerializer.Deserialize<ErasureRequest>(box.Open(sought), HubJson.Options)
            : null,
        ETag = mark,
    };
}
