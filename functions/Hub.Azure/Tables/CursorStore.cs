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
    // One that is there already stays as it is.
    public Task Create(Cursor cursor, CancellationToken cancel) => tables.Cursors.Save(Entity(cursor), null, cancel);

    /// <inheritdoc/>
    public async Task<Cursor?> Save(Cursor cursor, CancellationToken cancel) =>
        await tables.Cursors.Update(Entity(cursor), cursor.ETag, cancel) is { } mark ? cursor with { ETag = mark } : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Cursor>> All(CancellationToken cancel) => tables.Cursors.List($"PartitionKey ge {""}", cancel, read: Read);

    /// <inheritdoc/>
    public Task Delete(string channel, string name, CancellationToken cancel) =>
        tables.Cursors.DeleteEntityAsync(channel, name, ETag.All, cancel);

    private static TableEntity Entity(Cursor cursor) => JsonEntity.Of(cursor.Channel, cursor.Name, cursor, cursor.ETag);

    private static Cursor Read(TableEntity entity) => entity.Value<Cursor>(out var mark) with { ETag = mark };
}
