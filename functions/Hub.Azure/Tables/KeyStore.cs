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
        await Keep(key, caller, cancel);
        return key;
    }

    /// <inheritdoc/>
    public async Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel)
    {
        var all = await tables.Keys.List($"PartitionKey eq {Partition}", cancel, read: e => (Row: e.RowKey, Caller: e.Value<Caller>()));
        var revoked = all.Where(k => k.Caller.Kind == kind && k.Caller.Name == name).ToList();
        foreach (var (row, _) in revoked)
        {
            await tables.Keys.DeleteEntityAsync(Partition, row, ETag.All, cancel);
            _found.TryRemove(row, out _);
        }
        return revoked.Count;
    }

    /// <summary>Keeps a key that was made elsewhere: the first one of the Secretariat.</summary>
    public Task Keep(string key, Caller caller, CancellationToken cancel) =>
        tables.Keys.UpsertEntityAsync(JsonEntity.Of(Partition, Hash(key), caller), TableUpdateMode.Replace, cancel);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
