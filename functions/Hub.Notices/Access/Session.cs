using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Notices.Access;

/// <summary>A session with the pages. Its secret is in one browser only; here is its hash.</summary>
/// <param name="Person">Who signed in: a person by the name that decisions show, whoever signed in by mail by its id.</param>
/// <param name="Roles">What a person of the Secretariat may do; nothing for others.</param>
/// <param name="BeganAt">When, UTC.</param>
/// <param name="EndsAt">When it ends by itself, UTC.</param>
public sealed record Session(string Person, SecretariatRoles Roles, DateTimeOffset BeganAt, DateTimeOffset EndsAt) : Confidential
{
    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>
    /// Of a session by mail, the marks of all who had the address when it began (<see cref="AccessLinks.AccessLinkHolder"/>); null for a
    /// person of the Secretariat.
    /// </summary>
    public IReadOnlyList<string>? Holders { get; init; }

    /// <summary>The beginning of its secret's hash: names it, opens nothing.</summary>
    [JsonIgnore]
    public string Id { get; init; } = "";
}

/// <summary>Where sessions are kept.</summary>
public interface ISessionStore
{
    /// <summary>Keeps a session under the hash of its secret, and forgets those that have ended by its beginning.</summary>
    /// <param name="session">The session.</param>
    /// <param name="secret">What the browser brings along.</param>
    /// <param name="cancel">Gives up.</param>
    Task<Session> Begin(Session session, string secret, CancellationToken cancel);

    /// <summary>The session of a secret; null where there is none, or where it has ended at a time.</summary>
    Task<Session?> Find(string secret, DateTimeOffset now, CancellationToken cancel);

    /// <summary>All sessions that have not ended at a time, the newest first.</summary>
    Task<IReadOnlyList<Session>> List(DateTimeOffset now, CancellationToken cancel);

    /// <summary>Ends a session by its id; false where there is none.</summary>
    Task<bool> End(string id, CancellationToken cancel);
}
