using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Register.Laws;

/// <summary>Whether a law is still found at its address.</summary>
public enum LinkStatus
{
    /// <summary>Nobody has looked yet.</summary>
    Unchecked,

    /// <summary>It is there.</summary>
    Ok,

    /// <summary>It is there, at another address.</summary>
    Redirect,

    /// <summary>It is there, and says something else than before.</summary>
    Changed,

    /// <summary>It did not answer three times in two weeks.</summary>
    Broken,

    /// <summary>Its site does not let programs look.</summary>
    Blocked,

    /// <summary>Its site's certificate does not hold.</summary>
    CertError,

    /// <summary>Something answers, but it is not the law any more.</summary>
    [JsonStringEnumMemberName("SOFT_404")] Soft404,
}

/// <summary>What came of looking at the address of a law.</summary>
public sealed record LinkCheck : IPublic
{
    /// <summary>The law.</summary>
    public required string LawId { get; init; }

    /// <summary>The address that was looked at.</summary>
    public required string Url { get; init; }

    /// <summary>How it stands.</summary>
    public LinkStatus Status { get; init; }

    /// <summary>When it was last looked at, UTC.</summary>
    public DateTimeOffset? CheckedOn { get; init; }

    /// <summary>Where it led, if elsewhere.</summary>
    public string? FinalUrl { get; init; }

    /// <summary>When it is to be looked at again, UTC.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>How often in a row it did not answer, and since when.</summary>
    public int Failures { get; init; }

    /// <summary>The first of those times.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>
    /// SHA-256 of what the page says, without figures and marks; what stood there when its law was last published or confirmed.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>How many letters the page had.</summary>
    public int Letters { get; init; }

    /// <summary>Whether the title of the law stood on the page.</summary>
    public bool HadTitle { get; init; }

    /// <summary>Whether a person has to look at it: readers do not get the law there, or get another text.</summary>
    [JsonIgnore]
    public bool IsTask => Status is LinkStatus.Broken or LinkStatus.Soft404 or LinkStatus.CertError or LinkStatus.Changed;

    /// <summary>Whether its State is told: the law is not to be had at its address.</summary>
    [JsonIgnore]
    public bool IsDead => Status is LinkStatus.Broken or LinkStatus.Soft404 or LinkStatus.CertError;
}

/// <summary>Where the checks of laws' addresses are kept.</summary>
public interface ILinkCheckStore
{
    /// <summary>All of them.</summary>
    Task<IReadOnlyList<LinkCheck>> List(CancellationToken cancel);

    /// <summary>Keeps one in place of the one before.</summary>
    Task Save(LinkCheck check, CancellationToken cancel);
}
