using Azure;
using Azure.Data.Tables;
using Hub.Work.Runner;

namespace Hub.Azure.Tables;

/// <summary>Cursors by channel.</summary>
public sealed class CursorStore(HubTables tables) : ICursorStore
{
    /// <inheritdoc/>
    public async Task<Cursor?> Find(string channel, string name, CancellationToken cancel) =>
        await tables.Cursors.GetEntityIfExistsAsync<TableEntity>(channel, name, cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? Read(entity)
            : null;

    /// <inheritdoc/>
    public async Task Create(Cursor cursor, CancellationToken cancel)
    {
        try
        {
            await tables.Cursors.AddEntityAsync(JsonEntity.Of(cursor.Channel, cursor.Name, cursor), cancel);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // It is there already, and stays as it is.
        }
    }

    /// <inheritdoc/>
    public async Task<Cursor?> Save(Cursor cursor, CancellationToken cancel)
    {
        var etag = new ETag(
            cursor.ETag ?? throw new InvalidOperationException($"Cursor {cursor.Channel}/{cursor.Name} was not read from the store."));
        try
        {
            var response = await tables.Cursors.UpdateEntityAsync(
                JsonEntity.Of(cursor.Channel, cursor.Name, cursor), etag, TableUpdateMode.Replace, cancel);
            return cursor with { ETag = response.Headers.ETag?.ToString() };
        }
        catch (RequestFailedException e) when (e.Status is 412 or 404)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Cursor>> All(CancellationToken cancel) => tables.Cursors.List($"PartitionKey ge {""}", cancel, read: Read);

    /// <inheritdoc/>
    public Task Delete(string channel, string name, CancellationToken cancel) =>
        tables.Cursors.DeleteEntityAsync(channel, name, ETag.All, cancel);

    private static Cursor Read(TableEntity entity) => entity.Value<Cursor>() with { ETag = entity.ETag.ToString() };
}
