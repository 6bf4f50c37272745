using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Log;

/// <summary>What can happen to the register; the code stands in webhooks as the CloudEvents type.</summary>
public enum EventType
{
    /// <summary>An authority was designated.</summary>
    [JsonStringEnumMemberName("directory.authority.designated")] AuthorityDesignated,

    /// <summary>A record changed.</summary>
    [JsonStringEnumMemberName("directory.authority.amended")] AuthorityAmended,

    /// <summary>A State confirmed a record as it stands.</summary>
    [JsonStringEnumMemberName("directory.authority.confirmed")] AuthorityConfirmed,

    /// <summary>An authority is no longer designated for anything.</summary>
    [JsonStringEnumMemberName("directory.authority.withdrawn")] AuthorityWithdrawn,

    /// <summary>A temporary situation of an authority was announced.</summary>
    [JsonStringEnumMemberName("directory.authority.temporary-notice")] TemporaryNoticeAnnounced,

    /// <summary>A State declared that it has no authority for a pair.</summary>
    [JsonStringEnumMemberName("directory.state.nil-declared")] NilDeclared,

    /// <summary>A State declared itself on the legal basis of extradition.</summary>
    [JsonStringEnumMemberName("directory.state.legal-basis-declared")] LegalBasisDeclared,

    /// <summary>A State's membership of a network was recorded or changed.</summary>
    [JsonStringEnumMemberName("directory.network.membership-changed")] MembershipChanged,

    /// <summary>A law, or a new version of one, is in the library.</summary>
    [JsonStringEnumMemberName("directory.law.published")] LawPublished,

    /// <summary>An edition of the directory was published.</summary>
    [JsonStringEnumMemberName("directory.edition.published")] EditionPublished,

    /// <summary>Personal data were erased: of which kinds and how many, never whose.</summary>
    [JsonStringEnumMemberName("directory.data.erased")] DataErased,
}

/// <summary>One entry of the log: a public fact, its place, and the hash that ties it to the one before.</summary>
public sealed record DirectoryEvent : IPublic
{
    /// <summary>1 for the first event, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>When it was committed, UTC, to the second.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The State it happened for; absent where it happened for all of them, as an edition does.</summary>
    public StateCode? State { get; init; }

    /// <summary>The facts.</summary>
    public required EventFacts Facts { get; init; }

    /// <summary>Hash of the event before; 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 of the RFC 8785 canonical form of this event without this field, lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The same event with its hash.</summary>
    public DirectoryEvent Sealed() => this with { Hash = ComputeHash() };

    /// <summary>The hash that this event ought to have.</summary>
    public string ComputeHash()
    {
        var node = (JsonObject)JsonSerializer.SerializeToNode(this, HubJson.Public)!;
        node.Remove("hash");
        return CanonicalJson.Sha256(node);
    }
}

/// <summary>What an event says: codes, ids, dates and names of fields, never their values.</summary>
public sealed record EventFacts
{
    /// <summary>The authority's record.</summary>
    public string? RecordId { get; init; }

    /// <summary>The version that came into being.</summary>
    public int? RecordVersion { get; init; }

    /// <summary>Hash of that version; see <see cref="Authority.Hash"/>.</summary>
    public string? RecordHash { get; init; }

    /// <summary>The fields that changed, by name.</summary>
    public IReadOnlyList<string>? Changed { get; init; }

    /// <summary>Matters the record is or was designated for.</summary>
    public IReadOnlyList<Matter>? Matters { get; init; }

    /// <summary>Instruments the record is or was designated under.</summary>
    public IReadOnlyList<Instrument>? Instruments { get; init; }

    /// <summary>The pair of a nil declaration.</summary>
    public Pair? Pair { get; init; }

    /// <summary>A declaration on the legal basis of extradition.</summary>
    public LegalBasis? LegalBasis { get; init; }

    /// <summary>The network of a membership.</summary>
    public string? Network { get; init; }

    /// <summary>The role in it.</summary>
    public MembershipRole? Role { get; init; }

    /// <summary>First day of a membership.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of a membership.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The law.</summary>
    public string? LawId { get; init; }

    /// <summary>The version of it that came into being.</summary>
    public int? LawVersion { get; init; }

    /// <summary>Hash of that version; see <see cref="Laws.Law.Hash"/>.</summary>
    public string? LawHash { get; init; }

    /// <summary>The edition that was published.</summary>
    public EditionId? Edition { get; init; }

    /// <summary>The day it was closed.</summary>
    public DateOnly? CutOff { get; init; }

    /// <summary>The last event that it takes in.</summary>
    public long? FrozenAt { get; init; }

    /// <summary>SHA-256 of its manifest, lower-case hexadecimal.</summary>
    public string? ManifestHash { get; init; }

    /// <summary>How many authorities it lists.</summary>
    public int? Authorities { get; init; }

    /// <summary>How many States have one.</summary>
    public int? States { get; init; }

    /// <summary>Out of how many notices, mails and records something was erased, and how many files; by the code of the kind.</summary>
    public IReadOnlyDictionary<string, int>? Erased { get; init; }

    /// <summary>The notice that was approved; absent where none was, as for an edition or an erasure.</summary>
    public string? NoticeId { get; init; }

    /// <summary>True where the change only put on record what readers already have: it is not mailed.</summary>
    public bool? Quiet { get; init; }
}
