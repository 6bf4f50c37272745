using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Register.Json;

namespace Hub.Notices.SigningIn;

/// <summary>A session of somebody who signed in by mail, as it is at this moment.</summary>
/// <param name="Session">The session.</param>
/// <param name="Holders">Whose it is: of those who had the address when it began, all who have it still; never nobody.</param>
public sealed record VisitorSession(Session Session, IReadOnlyList<AddressHolder> Holders) : Confidential
{
    /// <summary>As whom it calls, where only some kinds of callers may; null where it is none of these.</summary>
    public Caller? As(params IReadOnlyList<CallerKind> kinds) =>
        Holders.FirstOrDefault(h => kinds.Contains(h.Caller.Kind))?.Caller is { } caller
            ? caller with { SignedIn = true, Session = Session.Id, Roles = SecretariatRoles.None }
            : null;
}

/// <summary>
/// The sessions of those who signed in by mail. Each time one is used it is asked anew who has the address: whoever has not loses it.
/// </summary>
public sealed class VisitorSessions(ISessionStore sessions, AddressHolders holders, IAccessLinkKey keys, TimeProvider clock)
{
    /// <summary>Begins one for everybody at an address.</summary>
    public async Task<Session> Begin(IReadOnlyList<AddressHolder> found, string secret, CancellationToken cancel)
    {
        var (key, now) = (await keys.Get(cancel), clock.GetUtcNow());
        var session = new Session(found[0].Caller.Name, SecretariatRoles.None, now, now + Session.Lasts)
        {
            Holders = [.. found.Select(h => h.Mark().Mark(key.Span))],
        };
        return await sessions.Begin(session, secret, cancel);
    }

    /// <summary>The session of a secret; null where there is none, or nobody of those whose it was has the address any more.</summary>
    public async Task<VisitorSession?> Find(string secret, CancellationToken cancel)
    {
        if (await sessions.Find(secret, clock.GetUtcNow(), cancel) is not { Holders: { } marks } session)
            return null;
        var (key, kept) = (await keys.Get(cancel), marks.ToHashSet(StringComparer.Ordinal));
        var still = (await holders.All(cancel)).Where(h => kept.Contains(h.Mark().Mark(key.Span))).ToList();
        return still.Count > 0 ? new(session, still) : null;
    }

    /// <summary>The sessions that go on of the same holders, the newest first.</summary>
    public async Task<IReadOnlyList<Session>> Like(Session session, CancellationToken cancel) =>
    [
        .. (await sessions.List(clock.GetUtcNow(), cancel))
            .Where(s => s.Holders is { } marks && session.Holders is { } own && marks.Intersect(own).Any()),
    ];

    /// <summary>Ends the session of a secret.</summary>
    public Task<bool> End(string secret, CancellationToken cancel) => End(ApiKey.IdOf(ApiKey.Hash(secret)), null, cancel);

    /// <summary>Ends a session by its id, where it is one of the same holders as another, or that is not asked.</summary>
    public async Task<bool> End(string id, Session? like, CancellationToken cancel) =>
        (like is null || (await Like(like, cancel)).Any(s => s.Id == id)) && await sessions.End(id, cancel);
}
