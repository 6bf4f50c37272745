using Azure;
using Azure.Data.Tables;
using Hub.Intake.Translation;

namespace Hub.Azure.Tables;

/// <summary>Work on documents, by notice.</summary>
public sealed class DocumentWorkStore(HubTables tables) : IDocumentWorkStore
{
    /// <inheritdoc/>
    public async Task Add(DocumentWork work, CancellationToken cancel)
    {
        try
        {
            await tables.Documents.AddEntityAsync(Entity(work), cancel);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It was ordered before: what has become of it since stays.
        }
    }

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
    public async Task<DocumentWork?> Save(DocumentWork work, CancellationToken cancel)
    {
        try
        {
            var response = await tables.Documents.UpdateEntityAsync(Entity(work), new ETag(work.ETag!), TableUpdateMode.Replace, cancel);
            return work with { ETag = response.Headers.ETag?.ToString() };
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            return null;
        }
    }

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
        var entity = JsonEntity.Of(partition, row, work);
        if (work.DueAt is { } due)
            entity["DueAt"] = due;
        return entity;
    }

    private static DocumentWork Read(TableEntity entity) => entity.Value<DocumentWork>() with { ETag = entity.ETag.ToString() };
}
