using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Hub.Register.Json;

namespace Hub.Azure.Tables;

/// <summary>Queries as lists.</summary>
internal static class TableQueries
{
    private const int LargestPage = 1000;

    /// <summary>The entities that a filter finds, at most so many, as what they hold.</summary>
    public static async Task<IReadOnlyList<T>> List<T>(
        this TableClient table, FormattableString filter, CancellationToken cancel, int limit = int.MaxValue,
        Func<TableEntity, T>? read = null)
    {
        var found = new List<T>();
        var query = table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter(filter), Math.Min(limit, LargestPage), cancellationToken: cancel);
        await foreach (var entity in query)
        {
            found.Add(read is null ? entity.Value<T>() : read(entity));
            if (found.Count >= limit)
                break;
        }
        return found;
    }

    /// <summary>
    /// Writes an entity where it is as it was read, or adds it where it was not there; its new mark, or null where somebody else wrote it
    /// since.
    /// </summary>
    public static async Task<string?> Save(this TableClient table, TableEntity entity, string? mark, CancellationToken cancel)
    {
        try
        {
            var response = await (mark is null
                ? table.AddEntityAsync(entity, cancel)
                : table.UpdateEntityAsync(entity, RowMark.Version(mark), TableUpdateMode.Replace, cancel));
            return RowMark.Next(mark, response.Headers.ETag);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && mark is not null))
        {
            return null;
        }
    }

    /// <summary>The same for a row that was read: without its mark it is a mistake.</summary>
    public static Task<string?> Update(this TableClient table, TableEntity entity, string? mark, CancellationToken cancel) =>
        table.Save(entity, mark ?? throw new InvalidOperationException($"Row {entity.RowKey} was not read from the store."), cancel);

    /// <summary>Writes an entity as <see cref="Save"/> does; false where somebody else wrote it since.</summary>
    public static async Task<bool> SaveIfUnchanged(this TableClient table, TableEntity entity, string? mark, CancellationToken cancel) =>
        await table.Save(entity, mark, cancel) is not null;

    /// <summary>
    /// Writes a value in place of the one that was read, or where there was none, and nothing where another stands there by now; whether it
    /// did.
    /// </summary>
    public static async Task<bool> Replace<T>(
        this TableClient table, string partition, string row, T value, T? before, CancellationToken cancel) where T : class
    {
        string? mark = null;
        var there = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? entity.Value<T>(out mark)
            : null;
        return Text(there) == Text(before)
            && await table.SaveIfUnchanged(JsonEntity.Of(partition, row, value, mark), mark, cancel);

        static string? Text(T? kept) => kept is null ? null : JsonSerializer.Serialize(kept, HubJson.Options);
    }

    /// <summary>What an entity holds; null where there is none.</summary>
    public static async Task<T?> Find<T>(this TableClient table, string partition, string row, CancellationToken cancel) where T : class =>
        await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel) is { HasValue: true, Value: { } entity }
            ? entity.Value<T>()
            : null;
}
