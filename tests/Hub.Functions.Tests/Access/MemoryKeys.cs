using Hub.Notices.Access;

namespace Hub.Functions.Tests.Access;

/// <summary>Keys in memory, by their secrets.</summary>
internal sealed class MemoryKeys(TimeProvider clock) : IKeyStore
{
    private readonly Dictionary<string, ApiKey> _keys = [];
    private readonly Dictionary<string, DateTimeOffset> _forms = [];
    private int _issued;

    /// <summary>Whether storage is away.</summary>
    public bool IsDown { get; set; }

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
        var (secret, now) = ($"secret-{_issued++}", clock.GetUtcNow());
        _keys[secret] = new(ApiKey.IdOf(ApiKey.Hash(secret)), caller)
        {
            IssuedAt = now, IssuedBy = by, ExpiresAt = expires, GivenBy = caller.MadeBy, GivenAt = now,
        };
        return Task.FromResult(new IssuedKey(_keys[secret], secret));
    }

    public async Task<IssuedKey?> IssueOnce(
        string form, Caller caller, string by, DateTimeOffset? expires, CancellationToken cancel)
    {
        if (IsDown)
            throw new IOException();
        lock (_forms)
        {
            if (!_forms.TryAdd(form, clock.GetUtcNow()))
                return null;
            foreach (var old in _forms.Where(f => f.Value + IKeyStore.Remembered < clock.GetUtcNow()).Select(f => f.Key).ToList())
                _forms.Remove(old);
        }
        return await Issue(caller, by, expires, cancel);
    }

    public async Task<IssuedKey?> Replace(ApiKey key, Replacement how, CancellationToken cancel)
    {
        var family = _keys.Where(k => k.Value.Family == key.Family).ToList();
        if (!family.Any(k => k.Value.Id == key.Id && k.Value is { ReplacedBy: null, RevokedAt: null }))
            return null;
        var (issued, secret) = await Issue(key.Caller, how.By, how.Expires, cancel);
        foreach (var (old, kept) in family)
            _keys[old] = kept with
            {
                ExpiresAt = kept.ExpiresAt < how.OldEnds ? kept.ExpiresAt : how.OldEnds,
                ReplacedBy = kept.Id == key.Id ? issued.Id : kept.ReplacedBy,
            };
        _keys[secret] = issued with { GivenBy = how.GivenBy, GivenAt = how.GivenAt, Family = key.Family };
        return new(_keys[secret], secret);
    }

    public Task<bool> Revoke(string id, CancellationToken cancel) => Task.FromResult(
        _keys.Values.FirstOrDefault(k => k.Id == id) is { } key && End(k => k.Family == key.Family) > 0);

    public Task<int> Revoke(CallerKind kind, string name, CancellationToken cancel) =>
        Task.FromResult(End(k => k.Caller.Kind == kind && k.Caller.Name == name));

    private int End(Func<ApiKey, bool> which)
    {
        var now = clock.GetUtcNow();
        var left = _keys.Where(k => k.Value.RevokedAt is null && which(k.Value)).ToList();
        foreach (var (secret, key) in left)
            _keys[secret] = key with { RevokedAt = now, ExpiresAt = key.ExpiresAt < now ? key.ExpiresAt : now };
        return left.Count;
    }
}

/// <summary>What tests use in place of the store does what the store does.</summary>
public sealed class MemoryKeysTests : KeyStoreContract
{
    private MemoryKeys? _keys;

    private protected override IKeyStore Fresh() => _keys ??= new(Clock);
}
