using System.Text.Json.Serialization;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Delivery.Editions.Publishing;

/// <summary>That somebody asks a second person to publish an edition. There is one of an edition: the last.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="By">Who asks.</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="Reason">Why, for the second person.</param>
/// <param name="Sequence">The last event of the log that the edition took in as the first person saw it.</param>
public sealed record PublicationRequest(EditionId Edition, string By, DateTimeOffset AskedAt, string Reason, long Sequence) : Confidential
{
    /// <summary>How long the second person has: over a weekend, and not until everybody has forgotten it.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(3);

    /// <summary>Why a revision takes the place of the edition before; of revisions only.</summary>
    public string? Replaces { get; init; }

    /// <summary>When whoever asked took it back, UTC.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>The second person, from when on it cannot be taken back.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>When that person published it, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>It counts until then, UTC.</summary>
    public DateTimeOffset ExpiresAt => AskedAt + Lifetime;

    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Whether it still counts.</summary>
    public bool IsOpen(DateTimeOffset now) => TakenBackAt is null && now < ExpiresAt;
}

/// <summary>Where requests to publish are kept, one of an edition.</summary>
public interface IPublicationRequestStore
{
    /// <summary>All of them.</summary>
    Task<IReadOnlyList<PublicationRequest>> List(CancellationToken cancel);

    /// <summary>That of an edition; null where nobody ever asked.</summary>
    Task<PublicationRequest?> Find(EditionId edition, CancellationToken cancel);

    /// <summary>Writes one; false where somebody else wrote that of the edition since it was read.</summary>
    Task<bool> Save(PublicationRequest request, CancellationToken cancel);
}
