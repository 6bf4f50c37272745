using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Records;
using static Hub.Pages.Console.Editor.Fields.FieldList;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>What somebody enters: a kind of notice, or one of the two ways in which a designation changes.</summary>
/// <param name="Code">Its code in the form.</param>
/// <param name="Kind">The kind of the notice.</param>
internal sealed record EditorTask(string Code, NoticeKind Kind)
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<EditorTask> All { get; } =
    [
        Of(NoticeKind.ChangeOfContact) with { AmendsRecord = true, Sections = RecordFields.Contact },
        Of(NoticeKind.NewDesignation) with { HasAuthority = true, Sections = Whole },
        new("REPLACEMENT", NoticeKind.ChangeOfDesignation) { HasAuthority = true, NeedsReplaced = true, Sections = Whole },
        Of(NoticeKind.ChangeOfDesignation) with { AmendsRecord = true, Sections = Whole },
        Of(NoticeKind.Withdrawal) with { NeedsRecord = true, Fields = [Date("lastDay")] },
        Of(NoticeKind.ConfirmationNoChange) with { NeedsRecord = true },
        Of(NoticeKind.NilDeclaration) with { Part = "pair", Fields = RecordFields.OfPair },
        Of(NoticeKind.TemporaryMeasure) with { NeedsRecord = true, Part = "temporaryNotice", Fields = RecordFields.Temporary },
        Of(NoticeKind.LegalBasisDeclaration) with
        {
            Part = "legalBasis", Fields = [One<Instrument>("instrument"), One<LegalBasisValue>("value").Called("basisValue"), Date("declaredOn")],
        },
        Of(NoticeKind.NetworkMembership) with
        {
            Part = "membership",
            Fields =
            [
                new("network", EditorKind.Choice), One<MembershipRole>("role").Called("membershipRole"), Date("validFrom"), Date("validTo"),
            ],
        },
        Of(NoticeKind.Correction) with { AmendsRecord = true, Sections = Whole },
    ];

    private static IReadOnlyList<(string, IReadOnlyList<EditorField>)> Whole => [.. RecordFields.Designation, .. RecordFields.Contact];

    /// <summary>Whether it changes fields of a record.</summary>
    public bool AmendsRecord { get; init; }

    /// <summary>Whether it brings a whole new record.</summary>
    public bool HasAuthority { get; init; }

    /// <summary>Whether another record ends with it.</summary>
    public bool NeedsReplaced { get; init; }

    /// <summary>Whether it is about a record that there is.</summary>
    public bool NeedsRecord { get => field || AmendsRecord; init; }

    /// <summary>The part of the change that its fields stand in; null for the change itself.</summary>
    public string? Part { get; init; }

    /// <summary>Its own fields.</summary>
    public IReadOnlyList<EditorField> Fields { get; init; } = [];

    /// <summary>The sections of the record that it shows.</summary>
    public IReadOnlyList<(string Section, IReadOnlyList<EditorField> Fields)> Sections { get; init; } = [];

    /// <summary>The task of a code; null where it is none.</summary>
    public static EditorTask? Find(string? code) => All.FirstOrDefault(t => t.Code == code);

    /// <summary>The task that a change of a notice is, as its fields say; null where they say nothing.</summary>
    public static EditorTask? Of(NoticeKind? kind, JsonObject? change) => (kind, change) switch
    {
        (NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation, { } c) when c["legalBasis"] is JsonObject => Find(NoticeKind.LegalBasisDeclaration.Code()),
        (NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation, { } c) when c["membership"] is JsonObject => Find(NoticeKind.NetworkMembership.Code()),
        (NoticeKind.ChangeOfDesignation, { } c) when c["authority"] is not null => Find("REPLACEMENT"),
        (NoticeKind.Correction, { } c) when c["set"] is null => null,
        ({ } known, _) => Find(known.Code()),
        _ => null,
    };

    private static EditorTask Of(NoticeKind kind) => new(kind.Code(), kind);
}
