using Azure;
using Azure.Data.Tables;
using Hub.Notices.Access;

namespace Hub.Azure.Tables;

/// <summary>Sessions by the SHA-256 of their secrets, which are 256 random bits.</summary>
public sealed class SessionStore(HubTables tables) : ISessionStore
{
    private const string Partition = "session";

    /// <inheritdoc/>
    public async Task<Session> Begin(Session session, string secret, CancellationToken cancel)
    {
        foreach (var row in await Rows(cancel))
            if (row.Value<Session>().EndsAt <= session.BeganAt)
                await tables.Keys.DeleteEntityAsync(Partition, row.RowKey, ETag.All, cancel);
        var entity = JsonEntity.Of(Partition, ApiKey.Hash(secret), session);
        await tables.Keys.UpsertEntityAsync(entity, TableUpdateMode.Replace, cancel);
        return Read(entity);
    }

    /// <inheritdoc/>
    public async Task<Session?> Find(string secret, DateTimeOffset now, CancellationToken cancel) =>
        await tables.Keys.GetEntityIfExistsAsync<TableEntity>(Partition, ApiKey.Hash(secret), cancellationToken: cancel)
            is { HasValue: true, Value: { } row } && Read(row) is var session && now < session.EndsAt
            ? session
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Session>> List(DateTimeOffset now, CancellationToken cancel) =>
        [.. (await Rows(cancel)).Select(Read).Where(s => now < s.EndsAt).OrderByDescending(s => s.BeganAt)];

    /// <inheritdoc/>
    public async Task<bool> End(string id, CancellationToken cancel)
    {
        if ((await Rows(cancel)).FirstOrDefault(r => ApiKey.IdOf(r.RowKey) == id) is not { } row)
            return false;
        await tables.Keys.DeleteEntityAsync(Partition, row.RowKey, ETag.All, cancel);
        return true;
    }

    private Task<IReadOnlyList<TableEntity>> Rows(CancellationToken cancel) =>
        tables.Keys.List($"PartitionKey eq {Partition}", cancel, read: e => e);

    private static Session Read(TableEntity row) => row.Value<Session>() with { Id = ApiKey.IdOf(row.RowKey) };
}
