using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Hub.Notices.Access;

/// <summary>A key that was issued. The key itself is nowhere: only its hash is kept.</summary>
/// <param name="Id">The beginning of its hash: names it, opens nothing.</param>
/// <param name="Caller">Whose it is.</param>
public sealed record ApiKey(string Id, Caller Caller)
{
    /// <summary>The longest that a key goes on working beside the one that takes its place.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);

    private const int IdLength = 16;

    /// <summary>The hash of a key, as it is kept.</summary>
    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The id of the key with a hash.</summary>
    public static string IdOf(string hash) => hash[..IdLength];

    /// <summary>When it was issued, UTC; null for one of before that was kept.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>The person of the Secretariat who had it in hand when it was given; null where nobody but the first key did.</summary>
    public string? GivenBy { get; init; }

    /// <summary>When that was, UTC; that its holder replaced it since does not change it. Null for one of before that was kept.</summary>
    public DateTimeOffset? GivenAt { get; init; }

    /// <summary>The id of the first of the keys that took each other's place.</summary>
    public string Family { get; init; } = Id;

    /// <summary>The key that took its place; null where none has.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>It works until then, UTC; null where no time is set.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was taken away, UTC; null where it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>When it was used last, to the hour, UTC.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>As whom its holder sends: an office's key was in the hands of whoever issued it, or gave it last.</summary>
    public Caller Sender() => Caller.Kind == CallerKind.State ? Caller.SetByAll(Caller.MadeBy, GivenBy) : Caller;

    /// <summary>Whether it works at a time.</summary>
    public bool WorksAt(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is not { } end || now < end);

    /// <summary>How long it was issued for; null where no end is set.</summary>
    [JsonIgnore]
    public TimeSpan? Lifetime => ExpiresAt - IssuedAt;
}

/// <summary>How a key takes another's place.</summary>
/// <param name="By">Who lets it.</param>
/// <param name="GivenBy">The person of the Secretariat who has had the caller's key in hand.</param>
/// <param name="GivenAt">Since when.</param>
/// <param name="Expires">When the new key ends; null where no time is set.</param>
/// <param name="OldEnds">When the old one ends, and those before it.</param>
public sealed record Replacement(
    string By, string? GivenBy, DateTimeOffset? GivenAt, DateTimeOffset? Expires, DateTimeOffset OldEnds);

/// <summary>A key as it is given out, this once.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The key itself.</param>
public sealed record IssuedKey(ApiKey Key, string Secret);
