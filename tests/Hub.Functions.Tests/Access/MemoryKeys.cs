using Hub.Core.Access;

namespace Hub.Functions.Tests.Access;

/// <summary>Keys in memory.</summary>
internal sealed class MemoryKeys(TimeProvider clock) : IKeyStore
{
    private readonly Dictionary<string, ApiKey> _keys = [];

    /// <summary>How often a key was looked for.</summary>
    public int Asked { get; private set; }

    /// <summary>A store with one key.</summary>
    public static MemoryKeys With(string key, Caller caller)
    {
        var keys = new MemoryKeys(TimeProvider.System);
        keys._keys[key] = new(key, caller);
        return keys;
    }

    public Task<ApiKey?> Find(string key, CancellationToken cancel)
    {
        Asked++;
        return Task.FromResult(_keys.GetValueOrDefault(key) is { } found && found.WorksAt(clock.GetUtcNow()) ? found : null);
    }

    public Task<IReadOnlyList<ApiKey>> List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<ApiKey>>([.. _keys.Values]);

    public Task<IssuedKey> Issue(Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel)
    {
        var (id, secret) = ($"id-{_keys.Count}", $"secret-{_keys.Count}");
        _keys[secret] = new(id, caller) { IssuedAt = clock.GetUtcNow(), IssuedBy = by, ExpiresAt = expires };
        return Task.FromResult(new IssuedKey(_keys[secret], secret));
    }

    public Task End(ApiKey key, DateTimeOffset at, CancellationToken cancel)
    {
        var secret = _keys.Single(k => k.Value.Id == key.Id).Key;
        _keys[secret] = key with { ExpiresAt = key.ExpiresAt < at ? key.ExpiresAt : at };
        return Task.CompletedTask;
    }

    public Task<bool> Revoke(string id, CancellationToken cancel) =>
        Task.FromResult(_keys.FirstOrDefault(k => k.Value.Id == id) is { Key: { } secret } && _keys.Remove(secret));

    public Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel) => throw new NotSupportedException();
}
