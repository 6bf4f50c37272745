using System.Text.Json.Serialization;

namespace Hub.Core.Access;

/// <summary>A key that was issued. The key itself is nowhere: only its hash is kept.</summary>
/// <param name="Id">The beginning of its hash: names it, opens nothing.</param>
/// <param name="Caller">Whose it is.</param>
public sealed record ApiKey(string Id, Caller Caller)
{
    /// <summary>The longest that a key goes on working beside the one that takes its place.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);

    /// <summary>When it was issued, UTC; null for one of before that was kept.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>By whom.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>It works until then, UTC; null where no time is set.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was used last, to the hour, UTC.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether it works at a time.</summary>
    public bool WorksAt(DateTimeOffset now) => ExpiresAt is not { } end || now < end;

    /// <summary>How long it was issued for; null where no end is set.</summary>
    [JsonIgnore]
    public TimeSpan? Lifetime => ExpiresAt - IssuedAt;
}

/// <summary>A key as it is given out, this once.</summary>
/// <param name="Key">What is kept of it.</param>
/// <param name="Secret">The key itself.</param>
public sealed record IssuedKey(ApiKey Key, string Secret);
