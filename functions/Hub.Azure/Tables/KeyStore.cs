using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Hub.Core.Access;
using Hub.Core.Json;

namespace Hub.Azure.Tables;

/// <summary>API keys by their SHA-256: 256 random bits need no slower hash. A key that was found is believed for a few seconds.</summary>
public sealed class KeyStore(HubTables tables, TimeProvider clock) : IKeyStore
{
    private const string Partition = "key";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset At)> _found = new();

    /// <inheritdoc/>
    public async Task<Caller?> Find(string key, CancellationToken cancel)
    {
        var hash = Hash(key);
        if (_found.TryGetValue(hash, out var found) && found.At + Believed > clock.GetUtcNow())
            return found.Caller;
        var caller = await tables.Keys.Find<Caller>(Partition, hash, cancel);
        if (_found.Count > MostRemembered)
            _found.Clear();
        if (caller is not null)
            _found[hash] = (caller, clock.GetUtcNow());
        return caller;
    }

    /// <inheritdoc/>
    public async Task<string> Issue(Caller caller, CancellationToken cancel)
    {
        var key = $"hub_{caller.Kind.Code()}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))}";
        await Keep(Hash(key), caller, cancel);
        return key;
    }

    /// <summary>Keeps a key that was made elsewhere as its caller's only one; without a key the caller has none afterwards.</summary>
    public async Task KeepOnly(string? key, Caller caller, CancellationToken cancel)
    {
        var kept = key is { Length: > 0 } ? Hash(key) : null;
        if (kept is not null)
            await Keep(kept, caller, cancel);
        foreach (var (row, _) in (await Rows(cancel)).Where(r => r.Caller == caller && r.Hash != kept))
            await tables.Keys.DeleteEntityAsync(Partition, row, ETag.All, cancel);
    }

    private Task<IReadOnlyList<(string Hash, Caller Caller)>> Rows(CancellationToken cancel) =>
        tables.Keys.List($"PartitionKey eq {Partition}", cancel, read: e => (e.RowKey, e.Value<Caller>()));

    private Task Keep(string hash, Caller caller, CancellationToken cancel) =>
        tables.Keys.UpsertEntityAsync(JsonEntity.Of(Partition, hash, caller), TableUpdateMode.Replace, cancel);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
