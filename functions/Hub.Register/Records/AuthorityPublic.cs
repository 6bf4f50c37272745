using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Records;

/// <summary>What everyone may see of an authority.</summary>
public sealed record AuthorityPublic : IPublic
{
    /// <summary>The State that designated it.</summary>
    public required StateCode State { get; init; }

    /// <summary>ISO 3166-2 or territory code, where it is competent for a part of the State only.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Website, https.</summary>
    public string? Website { get; init; }

    /// <summary>Links to national laws.</summary>
    public IReadOnlyList<LawLink>? LawLinks { get; init; }
}

/// <summary>A link to a law.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">BCP 47 tag of its language.</param>
/// <param name="SherlocId">Its number in UNODC's SHERLOC portal.</param>
public sealed record LawLink(string Url, string? Title = null, string? Language = null, string? SherlocId = null);
