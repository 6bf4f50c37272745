using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Networks;

/// <summary>A judicial cooperation network, as public sources describe it.</summary>
public sealed record Network : IPublic
{
    /// <summary>Short id, as in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its names in other languages of the hub, where they are known.</summary>
    public IReadOnlyDictionary<Language, string> Names { get; init; } = new Dictionary<Language, string>();

    /// <summary>Its acronym.</summary>
    public required string Acronym { get; init; }

    /// <summary>Names and acronyms it went by before or elsewhere, and misprints of the source papers.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Year, or year and month, it was established.</summary>
    public string? Established { get; init; }

    /// <summary>Regional, by language, or thematic.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it works, as far as is known.</summary>
    public NetworkStatus Status { get; init; }

    /// <summary>What belongs to it.</summary>
    public NetworkMembers Members { get; init; }

    /// <summary>Its website; null where none is known.</summary>
    public string? Url { get; init; }

    /// <summary>Where the address is known from.</summary>
    public string? UrlOrigin { get; init; }

    /// <summary>The address that a source paper prints; null where none does.</summary>
    public string? PrintedUrl { get; init; }

    /// <summary>Whether the printed address is no longer in use.</summary>
    public bool PrintedUrlIsDead { get; init; }

    /// <summary>The paper that prints it.</summary>
    public string? PrintedIn { get; init; }

    /// <summary>Where its membership is known from, with everything that whoever looked it up noted.</summary>
    public required string Source { get; init; }

    /// <summary>The same as a reader is told: what to look it up in.</summary>
    public required string Reference { get; init; }

    /// <summary>What whoever looked it up noted beside.</summary>
    public string? Notes { get; init; }

    /// <summary>How sure its membership is.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>Whether the member list is whole; an incomplete one is labelled wherever it is shown.</summary>
    public bool MembersComplete { get; init; }

    /// <summary>How many members the network itself says it has, where its list is not whole.</summary>
    public int? StatedMembers { get; init; }

    /// <summary>The members that the sources list.</summary>
    public required IReadOnlyList<StateCode> ListedMembers { get; init; }

    /// <summary>Every membership that the sources attest, former ones and observers included: what a new register begins with.</summary>
    public required IReadOnlyList<Membership> Attested { get; init; }

    /// <summary>For what part of a State its membership holds, where it is not the whole.</summary>
    public IReadOnlyDictionary<StateCode, string> Scopes { get; init; } = new Dictionary<StateCode, string>();

    /// <summary>The network that took its place.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Its name in a language; <see cref="Name"/> where it has none there.</summary>
    public string NameIn(Language language) => Names.GetValueOrDefault(language, Name);

    /// <summary>The language of that name.</summary>
    public Language LanguageIn(Language language) => Names.ContainsKey(language) ? language : Language.English;

    /// <summary>What else it is called beside its name in a language.</summary>
    public IReadOnlyList<string> OtherNames(Language language) =>
        [.. Aliases.Prepend(Name).Distinct().Where(name => name != NameIn(language))];
}

/// <summary>Whether a network works, as far as is known.</summary>
public enum NetworkStatus
{
    /// <summary>It does.</summary>
    Operating,

    /// <summary>It was announced or is named somewhere; that it works is not confirmed.</summary>
    Unconfirmed,

    /// <summary>Another took its place, or it never came to be.</summary>
    Superseded,
}

/// <summary>What belongs to a network.</summary>
public enum NetworkMembers
{
    /// <summary>States and jurisdictions.</summary>
    States,

    /// <summary>Authorities: that one of its authorities belongs to it does not make the State a member.</summary>
    Authorities,
}
