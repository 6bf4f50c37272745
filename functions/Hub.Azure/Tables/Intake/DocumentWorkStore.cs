using Azure.Data.Tables;
using Hub.Intake.Translation;

namespace Hub.Azure.Tables.Intake;

/// <summary>Work on documents, by notice.</summary>
public sealed class DocumentWorkStore(HubTables tables) : IDocumentWorkStore
{
    /// <inheritdoc/>
    // What was ordered before stays, whatever has become of it since.
    public Task Add(DocumentWork work, CancellationToken cancel) => tables.Documents.Save(Entity(work), null, cancel);

    /// <inheritdoc/>
    public async Task<DocumentWork?> Find(string id, CancellationToken cancel)
    {
        var (partition, row) = Keys(id);
        return await tables.Documents.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel)
            is { HasValue: true, Value: { } found }
            ? Read(found)
            : null;
    }

    /// <inheritdoc/>
    public async Task<DocumentWork?> Save(DocumentWork work, CancellationToken cancel) =>
        await tables.Documents.Update(Entity(work), work.ETag, cancel) is { } mark ? work with { ETag = mark } : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<DocumentWork>> Of(string notice, CancellationToken cancel) =>
        tables.Documents.List($"PartitionKey eq {notice}", cancel, read: Read);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Due(DateTimeOffset now, CancellationToken cancel) =>
        tables.Documents.List($"DueAt le {now}", cancel, read: e => Read(e).Id);

    private static (string Partition, string Row) Keys(string id)
    {
        var parts = id.Split('/', 2);
        return (parts[0], parts.Length == 2 ? parts[1].Replace('/', '-') : "");
    }

    private static TableEntity Entity(DocumentWork work)
    {
        var (partition, row) = Keys(work.Id);
        var entity = JsonEntity.Of(partition, row, work, work.ETag);
        if (work.DueAt is { } due)
            entity["DueAt"] = due;
        return entity;
    }

    private static DocumentWork Read(TableEntity entity) => entity.Value<DocumentWork>(out var mark) with { ETag = mark };
}
