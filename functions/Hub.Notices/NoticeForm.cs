using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Notices;

/// <summary>What a notice can be.</summary>
public enum NoticeKind
{
    /// <summary>An authority is designated.</summary>
    NewDesignation,

    /// <summary>A designation changes, or passes to another authority.</summary>
    ChangeOfDesignation,

    /// <summary>Contact details change.</summary>
    ChangeOfContact,

    /// <summary>A designation ends.</summary>
    Withdrawal,

    /// <summary>All remains as it is.</summary>
    ConfirmationNoChange,

    /// <summary>The State has no authority for a pair.</summary>
    NilDeclaration,

    /// <summary>A temporary situation.</summary>
    TemporaryMeasure,

    /// <summary>Legal basis of extradition.</summary>
    LegalBasisDeclaration,

    /// <summary>Membership of a network.</summary>
    NetworkMembership,

    /// <summary>A law of the State, for the library.</summary>
    Legislation,

    /// <summary>The Secretariat mends the register.</summary>
    Correction,

    /// <summary>Not a notice: automatic reply, thanks.</summary>
    NotANotice,
}

/// <summary>
/// A notice as its sender writes it in JSON (docs/notices.md). What it says is a proposal until the Secretariat approves it.
/// </summary>
public sealed record NoticeForm : Confidential
{
    /// <summary>The State, by code or name.</summary>
    public required string State { get; init; }

    /// <summary>What the notice is.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>The sender's own reference, e.g. <c>PMV/114/2025</c>.</summary>
    public string? OfficialRef { get; init; }

    /// <summary>The date on the note.</summary>
    public DateOnly? NoteDate { get; init; }

    /// <summary>The language answers are wanted in.</summary>
    public Language Language { get; init; } = Language.English;

    /// <summary>The day it takes effect; today where absent.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>What it changes.</summary>
    public IReadOnlyList<ChangeForm> Changes { get; init; } = [];

    /// <summary>The files it says it brings.</summary>
    public IReadOnlyList<AttachmentForm>? Attachments { get; init; }

    /// <summary>The office that signs; who sent it is told by the key, never by this.</summary>
    public SubmittedBy? SubmittedBy { get; init; }

    /// <summary>The notice, held or queried, that this one takes the place of.</summary>
    public string? Amends { get; init; }

    /// <summary>Puts on record what readers already have, without mailing it; the Secretariat's corrections only.</summary>
    public bool Quiet { get; init; }

    /// <summary>Free text.</summary>
    public string? Text { get; init; }
}

/// <summary>The office that signs a notice.</summary>
/// <param name="Office">Its name.</param>
/// <param name="Role">Its role, in words.</param>
public sealed record SubmittedBy(string Office, string? Role = null) : Confidential;

/// <summary>A file named in a notice.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Sha256">Its SHA-256, hexadecimal.</param>
/// <param name="TranslationOf">The name of the file that it translates.</param>
public sealed record AttachmentForm(
    string Name, string? MediaType = null, string? Sha256 = null, string? TranslationOf = null) : Confidential;

/// <summary>One change of a notice; which fields it needs, its kind says.</summary>
public sealed record ChangeForm : Confidential
{
    /// <summary>The record it is about.</summary>
    public string? RecordId { get; init; }

    /// <summary>A new authority's record.</summary>
    public JsonObject? Authority { get; init; }

    /// <summary>The fields that change: an RFC 7396 merge patch.</summary>
    public JsonObject? Set { get; init; }

    /// <summary>The record that a new authority takes the place of, or <c>none</c>.</summary>
    public string? Replaces { get; init; }

    /// <summary>The last day of the authority replaced, or of the designation withdrawn.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The pairs withdrawn; all of the record's where absent.</summary>
    public IReadOnlyList<Pair>? Pairs { get; init; }

    /// <summary>The pair of a nil declaration.</summary>
    public Pair? Pair { get; init; }

    /// <summary>A temporary situation.</summary>
    public TemporaryNotice? TemporaryNotice { get; init; }

    /// <summary>A declaration on the legal basis of extradition.</summary>
    public LegalBasis? LegalBasis { get; init; }

    /// <summary>A membership.</summary>
    public MembershipForm? Membership { get; init; }

    /// <summary>A law that is not in the library yet.</summary>
    public JsonObject? Law { get; init; }

    /// <summary>The law of which <see cref="Set"/> makes a new version; without it, the State confirms the law as it stands.</summary>
    public string? LawId { get; init; }
}

/// <summary>A membership as a notice states it.</summary>
/// <param name="Network">The network's id, name or acronym.</param>
/// <param name="Role">The role in it.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day.</param>
/// <param name="State">Another State than the notice's; networks' secretariats and corrections only.</param>
/// <param name="Source">Where it is known from; corrections only.</param>
/// <param name="Confidence">How sure it is; corrections only.</param>
/// <param name="LastVerifiedOn">When somebody last checked; corrections only.</param>
public sealed record MembershipForm(
    string Network, MembershipRole Role = MembershipRole.Member, DateOnly? ValidFrom = null, DateOnly? ValidTo = null,
    StateCode? State = null, string? Source = null, Confidence? Confidence = null, DateOnly? LastVerifiedOn = null) : Confidential;
