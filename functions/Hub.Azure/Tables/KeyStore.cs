using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Azure.Tables;

/// <summary>API keys by their SHA-256: 256 random bits need no slower hash. A key that was found is believed for a few seconds.</summary>
public sealed class KeyStore(HubTables tables, TimeProvider clock) : IKeyStore
{
    private const string Partition = "key";

    // Beside the keys, so that both are written in one step, and behind all of them: what they are named by is hexadecimal.
    private const string Forms = "form-";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Noted = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (ApiKey Key, DateTimeOffset At)> _found = new();

    /// <inheritdoc/>
    public async Task<ApiKey?> Find(string key, CancellationToken cancel)
    {
        var (hash, now) = (ApiKey.Hash(key), clock.GetUtcNow());
        if (!_found.TryGetValue(hash, out var found) || found.At + Believed <= now)
        {
            if (_found.Count > MostRemembered)
                _found.Clear();
            if (await Row(hash, cancel) is not { } row)
                return null;
            _found[hash] = found = (Read(row), now);
            if (found.Key.WorksAt(now) && !(found.Key.LastUsedAt + Noted > now))
                await Note(row, now, cancel);
        }
        return found.Key.WorksAt(now) ? found.Key : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ApiKey>> List(CancellationToken cancel) => [.. (await Rows(cancel)).Select(Read)];

    /// <inheritdoc/>
    public async Task<IssuedKey> Issue(Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel)
    {
        var (secret, entity) = Fresh(caller, by, expires);
        // Nobody else has this secret: where it is there already, storage was asked a second time for the same.
        await tables.Keys.SaveIfUnchanged(entity, null, cancel);
        return new(Read(entity), secret);
    }

    /// <inheritdoc/>
    public async Task<IssuedKey?> IssueOnce(string form, Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel)
    {
        var (secret, entity) = Fresh(caller, by, expires);
        var now = clock.GetUtcNow();
        try
        {
            await tables.Keys.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, JsonEntity.Of(Partition, $"{Forms}{ApiKey.Hash(form)}", new SentForm(now))),
                    new(TableTransactionActionType.Add, entity),
                ],
                cancel);
        }
        // Where the key is there all the same, storage was asked a second time for the same.
        catch (RequestFailedException e) when (e.Status == 409)
        {
            if (await Row(entity.RowKey, cancel) is null)
                return null;
        }
        foreach (var row in await tables.Keys.List($"PartitionKey eq {Partition} and RowKey ge {Forms}", cancel, read: e => e))
            if (row.Value<SentForm>().At + IKeyStore.Remembered < now)
                await tables.Keys.DeleteEntityAsync(Partition, row.RowKey, ETag.All, cancel);
        return new(Read(entity), secret);
    }

    private (string Secret, TableEntity Entity) Fresh(Caller caller, string by, DateTimeOffset? expires)
    {
        var (secret, now) = (Secret(caller), clock.GetUtcNow());
        return (secret, Entity(
            ApiKey.Hash(secret),
            StoredKey.Of(caller) with { IssuedAt = now, IssuedBy = by, ExpiresAt = expires, GivenBy = caller.MadeBy, GivenAt = now }));
    }

    /// <inheritdoc/>
    public async Task<IssuedKey?> Replace(ApiKey key, Replacement how, CancellationToken cancel)
    {
        var secret = Secret(key.Caller);
        var fresh = Entity(
            ApiKey.Hash(secret),
            StoredKey.Of(key.Caller) with
            {
                IssuedAt = clock.GetUtcNow(), IssuedBy = how.By, ExpiresAt = how.Expires, GivenBy = how.GivenBy, GivenAt = how.GivenAt,
                Family = key.Family,
            });
        while (true)
        {
            var family = (await Rows(cancel)).Where(r => Read(r).Family == key.Family).ToList();
            if (!family.Any(r => IdOf(r) == key.Id && Read(r) is { ReplacedBy: null, RevokedAt: null }))
                return null;
            var ended = family.Select(r => Ended(r, how.OldEnds, IdOf(r) == key.Id ? IdOf(fresh) : null)).OfType<TableEntity>().ToList();
            // In one step: a key that was taken away, or replaced, at the same moment does not come back.
            if (await Save(ended, fresh, cancel))
                return new(Read(fresh), secret);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> Revoke(string id, CancellationToken cancel) =>
        (await List(cancel)).FirstOrDefault(k => k.Id == id) is { Family: var family }
        && await Revoke(k => k.Family == family, cancel) > 0;

    /// <inheritdoc/>
    public Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel) =>
        Revoke(k => k.Caller.Kind == kind && k.Caller.Name == name, cancel);

    /// <summary>Keeps a key that was made elsewhere as its caller's only one; without a key the caller has none afterwards.</summary>
    public async Task KeepOnly(string? key, Caller caller, CancellationToken cancel)
    {
        var kept = key is { Length: > 0 } ? ApiKey.Hash(key) : null;
        if (kept is not null && await Row(kept, cancel) is null)
            await tables.Keys.UpsertEntityAsync(Entity(kept, StoredKey.Of(caller)), TableUpdateMode.Replace, cancel);
        await Delete(r => r.RowKey != kept && Read(r).Caller == caller, cancel);
    }

    /// <summary>Removes keys that ended before a time, at most so many; how many there were.</summary>
    public async Task<int> RemoveEnded(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        var left = limit;
        return await Delete(r => r.Value<StoredKey>().ExpiresAt < before && left-- > 0, cancel);
    }

    /// <summary>Forgets when keys were used last that were not used since a time, at most so many; how many there were.</summary>
    public async Task<int> ForgetLastUses(DateTimeOffset before, int limit, CancellationToken cancel)
    {
        var old = (await Rows(cancel)).Where(r => r.Value<StoredKey>().LastUsedAt < before).Take(limit).ToList();
        foreach (var row in old)
            await tables.Keys.SaveIfUnchanged(
                Entity(row.RowKey, row.Value<StoredKey>() with { LastUsedAt = null }), row.ETag.ToString(), cancel);
        return old.Count;
    }

    private async Task<int> Revoke(Func<ApiKey, bool> which, CancellationToken cancel)
    {
        // Until there are none: one may have been replaced, or used, while they were read.
        for (var count = 0; ;)
        {
            var now = clock.GetUtcNow();
            var left = (await Rows(cancel)).Where(r => Read(r) is { RevokedAt: null } key && which(key)).ToList();
            foreach (var row in left)
            {
                var kept = row.Value<StoredKey>();
                var ended = kept with { RevokedAt = now, ExpiresAt = kept.ExpiresAt < now ? kept.ExpiresAt : now };
                if (await tables.Keys.SaveIfUnchanged(Entity(row.RowKey, ended), row.ETag.ToString(), cancel))
                    count++;
                _found.TryRemove(row.RowKey, out _);
            }
            if (left.Count == 0)
                return count;
        }
    }

    private async Task<int> Delete(Func<TableEntity, bool> which, CancellationToken cancel)
    {
        // Until there are none: one may have been replaced while they were read.
        for (var count = 0; ;)
        {
            var gone = (await Rows(cancel)).Where(which).ToList();
            foreach (var row in gone)
            {
                await tables.Keys.DeleteEntityAsync(Partition, row.RowKey, ETag.All, cancel);
                _found.TryRemove(row.RowKey, out _);
            }
            if (gone.Count == 0)
                return count;
            count += gone.Count;
        }
    }

    // A row with its new end and what took its place; null where neither changes.
    private static TableEntity? Ended(TableEntity row, DateTimeOffset at, string? replacedBy)
    {
        var kept = row.Value<StoredKey>();
        var ends = kept.ExpiresAt is { } end && end <= at;
        if (ends && replacedBy is null)
            return null;
        var ended = Entity(row.RowKey, kept with { ExpiresAt = ends ? kept.ExpiresAt : at, ReplacedBy = replacedBy ?? kept.ReplacedBy });
        ended.ETag = row.ETag;
        return ended;
    }

    private async Task<bool> Save(IReadOnlyList<TableEntity> ended, TableEntity fresh, CancellationToken cancel)
    {
        try
        {
            await tables.Keys.SubmitTransactionAsync(
                [
                    .. ended.Select(e => new TableTransactionAction(TableTransactionActionType.UpdateReplace, e, e.ETag)),
                    new(TableTransactionActionType.Add, fresh),
                ],
                cancel);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
            return false;
        }
        foreach (var row in ended)
            _found.TryRemove(row.RowKey, out _);
        return true;
    }

    // Where the row was changed or taken away meanwhile, that stands: the next use is noted. That it cannot be is no reason to turn a
    // caller away.
    private async Task Note(TableEntity row, DateTimeOffset now, CancellationToken cancel)
    {
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Noted.Ticks), TimeSpan.Zero);
        var noted = Entity(row.RowKey, row.Value<StoredKey>() with { LastUsedAt = hour });
        try
        {
            await tables.Keys.SaveIfUnchanged(noted, row.ETag.ToString(), cancel);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException
            || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
        }
    }

    private async Task<TableEntity?> Row(string hash, CancellationToken cancel) =>
        await tables.Keys.GetEntityIfExistsAsync<TableEntity>(Partition, hash, cancellationToken: cancel)
            is { HasValue: true, Value: { } row } ? row : null;

    private Task<IReadOnlyList<TableEntity>> Rows(CancellationToken cancel) =>
        tables.Keys.List($"PartitionKey eq {Partition} and RowKey lt {Forms}", cancel, read: e => e);

    private static TableEntity Entity(string hash, StoredKey kept) => JsonEntity.Of(Partition, hash, kept);

    private static ApiKey Read(TableEntity row)
    {
        var kept = row.Value<StoredKey>();
        return new(IdOf(row), new(kept.Name, kept.Kind, kept.State, kept.Role) { MadeBy = kept.MadeBy })
        {
            IssuedAt = kept.IssuedAt, IssuedBy = kept.IssuedBy, ExpiresAt = kept.ExpiresAt, LastUsedAt = kept.LastUsedAt,
            // Of before these were kept: whoever issued it, when it was issued.
            GivenBy = kept.GivenAt is null ? kept.MadeBy : kept.GivenBy, GivenAt = kept.GivenAt ?? kept.IssuedAt,
            Family = kept.Family ?? IdOf(row), ReplacedBy = kept.ReplacedBy, RevokedAt = kept.RevokedAt,
        };
    }

    private static string IdOf(TableEntity row) => ApiKey.IdOf(row.RowKey);

    private static string Secret(Caller caller) =>
        $"hub_{caller.Kind.Code()}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>A form for which a key was given out.</summary>
    private sealed record SentForm(DateTimeOffset At);

    /// <summary>A row: the caller, as it was before keys had a life of their own, and that life.</summary>
    private sealed record StoredKey(string Name, CallerKind Kind, StateCode? State = null, OfficeRole? Role = null)
    {
        public string? MadeBy { get; init; }

        public DateTimeOffset? IssuedAt { get; init; }

        public string? IssuedBy { get; init; }

        public DateTimeOffset? ExpiresAt { get; init; }

        public DateTimeOffset? LastUsedAt { get; init; }

        public string? GivenBy { get; init; }

        public DateTimeOffset? GivenAt { get; init; }

        public string? Family { get; init; }

        public string? ReplacedBy { get; init; }

        public DateTimeOffset? RevokedAt { get; init; }

        public static StoredKey Of(Caller caller) => new(caller.Name, caller.Kind, caller.State, caller.Role) { MadeBy = caller.MadeBy };
    }
}
