using Hub.Notices.Access;

namespace Hub.InMemory;

/// <summary>Sessions in memory, by the hashes of their secrets.</summary>
internal sealed class MemorySessions : ISessionStore
{
    private readonly Dictionary<string, Session> _sessions = [];

    public Task<Session> Begin(Session session, string secret, CancellationToken cancel)
    {
        foreach (var hash in _sessions.Where(s => s.Value.EndsAt <= session.BeganAt).Select(s => s.Key).ToList())
            _sessions.Remove(hash);
        var kept = ApiKey.Hash(secret);
        return Task.FromResult(_sessions[kept] = session with { Id = ApiKey.IdOf(kept) });
    }

    public Task<Session?> Find(string secret, DateTimeOffset now, CancellationToken cancel) => Task.FromResult(
        _sessions.GetValueOrDefault(ApiKey.Hash(secret)) is { } session && now < session.EndsAt ? session : null);

    public Task<IReadOnlyList<Session>> List(DateTimeOffset now, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Session>>(
        [.. _sessions.Values.Where(s => now < s.EndsAt).OrderByDescending(s => s.BeganAt)]);

    public Task<bool> End(string id, CancellationToken cancel) =>
        Task.FromResult(_sessions.Keys.FirstOrDefault(h => ApiKey.IdOf(h) == id) is { } hash && _sessions.Remove(hash));
}
