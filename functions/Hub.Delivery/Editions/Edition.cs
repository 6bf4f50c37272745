using System.Text;
using System.Text.Json;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Editions;

/// <summary>
/// The directory as it stood at one event of the log: what an edition freezes. Its JSON is the edition; every other file is made from it.
/// </summary>
public sealed record Edition : Confidential
{
    /// <summary>Its name.</summary>
    public required EditionId Id { get; init; }

    /// <summary>The day it was closed, UTC: what came in later is in the next one.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>The last event of the log that it takes in.</summary>
    public required long Sequence { get; init; }

    /// <summary>Hash of that event.</summary>
    public required string Hash { get; init; }

    /// <summary>The edition against which its changes are told; null for the first.</summary>
    public EditionId? Previous { get; init; }

    /// <summary>Why a revision takes the place of the edition before.</summary>
    public string? Reason { get; init; }

    /// <summary>Its States, in the order of their codes.</summary>
    public required IReadOnlyList<EditionState> States { get; init; }

    /// <summary>How many authorities it lists.</summary>
    public int Authorities() => States.Sum(s => s.Authorities.Count);

    /// <summary>How many States have an authority in it; jurisdictions are listed, not counted.</summary>
    public int StatesWithAuthorities() => States.Count(s => s.Authorities.Count > 0 && !s.IsJurisdiction);

    /// <summary>The States in the order of a language.</summary>
    public IEnumerable<EditionState> StatesIn(Language language) => States
        .OrderBy(s => s.Name(language), StringComparer.Create(language.Culture(), System.Globalization.CompareOptions.None))
        .ThenBy(s => s.State.Value, StringComparer.Ordinal);

    /// <summary>Its canonical bytes: the same edition has the same (I9).</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(CanonicalJson.Write(JsonSerializer.SerializeToNode(this, HubJson.Options)));

    /// <summary>Reads one from its bytes; one of before texts were cleaned is cleaned now.</summary>
    public static Edition Read(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<Edition>(bytes, HubJson.Options)!.Writable();

    /// <summary>The same edition with texts that every format can carry.</summary>
    public Edition Writable() =>
        WritableText.In(JsonSerializer.SerializeToNode(this, HubJson.Options)).Deserialize<Edition>(HubJson.Options)!;
}

/// <summary>A State in an edition.</summary>
/// <param name="State">Its code.</param>
/// <param name="Names">Its short name, by language tag.</param>
/// <param name="IsJurisdiction">True for territories and the like.</param>
/// <param name="LegalBasis">What it declared on the legal basis of extradition.</param>
/// <param name="NilDeclarations">The pairs for which it says it has no authority.</param>
/// <param name="Networks">The networks it belongs to.</param>
/// <param name="Authorities">Its authorities, in the order of their ids.</param>
public sealed record EditionState(
    StateCode State,
    IReadOnlyDictionary<string, string> Names,
    bool IsJurisdiction,
    IReadOnlyList<LegalBasis> LegalBasis,
    IReadOnlyList<NilDeclaration> NilDeclarations,
    IReadOnlyList<EditionMembership> Networks,
    IReadOnlyList<EditionAuthority> Authorities) : Confidential
{
    /// <summary>Its name in a language; English where that language has none.</summary>
    public string Name(Language language) => Names.GetValueOrDefault(language.Code()) ?? Names["en"];
}

/// <summary>A State's membership of a network, as the network pages show it.</summary>
/// <param name="Network">The network's id.</param>
/// <param name="Name">The network's name.</param>
/// <param name="Role">What the State is there.</param>
/// <param name="ValidFrom">First day, where known.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="Confidence">How sure it is: low is shown with a label.</param>
/// <param name="ListComplete">Whether the network's member list is whole; an incomplete one is labelled.</param>
public sealed record EditionMembership(
    string Network, string Name, MembershipRole Role, DateOnly? ValidFrom, DateOnly? ValidTo, Confidence Confidence, bool ListComplete)
    : IPublic;

/// <summary>An authority in an edition: what the directory's recipients see of its record.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="Version">Its version.</param>
/// <param name="Public">What everyone may see.</param>
/// <param name="Restricted">What recipients may see.</param>
/// <param name="Upkeep">Where the record stands.</param>
public sealed record EditionAuthority(
    string RecordId, int Version, AuthorityPublic Public, AuthorityRestricted Restricted, AuthorityUpkeep Upkeep) : Confidential;
