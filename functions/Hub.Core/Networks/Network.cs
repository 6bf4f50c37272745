using Hub.Core.Json;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Networks;

/// <summary>A judicial cooperation network, as public sources describe it.</summary>
public sealed record Network : IPublic
{
    /// <summary>Short id, as in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its acronym.</summary>
    public required string Acronym { get; init; }

    /// <summary>Year, or year and month, it was established.</summary>
    public string? Established { get; init; }

    /// <summary>Regional, by language, or thematic.</summary>
    public required string Kind { get; init; }

    /// <summary>Its website as printed in the sources or found since.</summary>
    public string? Url { get; init; }

    /// <summary>Where the address is known from.</summary>
    public string? UrlOrigin { get; init; }

    /// <summary>Where its membership is known from.</summary>
    public required string Source { get; init; }

    /// <summary>How sure its membership is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Whether the member list is whole; an incomplete one is labelled wherever it is shown.</summary>
    public bool MembersComplete { get; init; }

    /// <summary>The members that the sources list.</summary>
    public required IReadOnlyList<StateCode> ListedMembers { get; init; }

    /// <summary>Remarks.</summary>
    public string? Notes { get; init; }

    /// <summary>The network that took its place.</summary>
    public string? SupersededBy { get; init; }
}
