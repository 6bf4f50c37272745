using Hub.Notices.Access;

namespace Hub.Functions.Tests.Access;

/// <summary>Keys in memory.</summary>
internal sealed class MemoryKeys(TimeProvider clock) : IKeyStore
{
    private readonly Dictionary<string, ApiKey> _keys = [];

    /// <summary>How often a key was looked for.</summary>
    public int Asked { get; private set; }

    /// <summary>What happens before a key is found.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>A store with one key.</summary>
    public static MemoryKeys With(string key, Caller caller)
    {
        var keys = new MemoryKeys(TimeProvider.System);
        keys._keys[key] = new(ApiKey.IdOf(ApiKey.Hash(key)), caller);
        return keys;
    }

    public async Task<ApiKey?> Find(string key, CancellationToken cancel)
    {
        Asked++;
        await Before();
        return _keys.GetValueOrDefault(key) is { } found && found.WorksAt(clock.GetUtcNow()) ? found : null;
    }

    public Task<IReadOnlyList<ApiKey>> List(CancellationToken cancel) => Task.FromResult<IReadOnlyList<ApiKey>>([.. _keys.Values]);

    public Task<IssuedKey> Issue(Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel)
    {
        var secret = $"secret-{_keys.Count}";
        var id = ApiKey.IdOf(ApiKey.Hash(secret));
        var now = clock.GetUtcNow();
        _keys[secret] = new(id, caller) { IssuedAt = now, IssuedBy = by, ExpiresAt = expires, GivenBy = caller.MadeBy, GivenAt = now };
        return Task.FromResult(new IssuedKey(_keys[secret], secret));
    }

    public async Task<IssuedKey?> Replace(ApiKey key, Replacement how, CancellationToken cancel)
    {
        var old = _keys.Single(k => k.Value.Id == key.Id).Key;
        if (_keys[old].ReplacedBy is not null)
            return null;
        var issued = await Issue(key.Caller, how.By, how.Expires, cancel);
        _keys[issued.Secret] = issued.Key with { GivenBy = how.GivenBy, GivenAt = how.GivenAt, Family = key.Family };
        _keys[old] = key with
        {
            ExpiresAt = key.ExpiresAt < how.OldEnds ? key.ExpiresAt : how.OldEnds, ReplacedBy = issued.Key.Id,
        };
        return issued with { Key = _keys[issued.Secret] };
    }

    public Task<bool> Revoke(string id, CancellationToken cancel)
    {
        var family = _keys.Values.FirstOrDefault(k => k.Id == id)?.Family;
        var gone = _keys.Where(k => k.Value.Family == family).Select(k => k.Key).ToList();
        gone.ForEach(secret => _keys.Remove(secret));
        return Task.FromResult(gone.Count > 0);
    }

    public Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel) => throw new NotSupportedException();
}
