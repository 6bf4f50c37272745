using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Laws;
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
        Of(NoticeKind.Legislation) with { HasLaw = true, MayBeOwn = true, Sections = LawFields.Sections },
        OfLaw("LAW_CHANGE") with { AmendsRecord = true, MayBeOwn = true, Sections = LawFields.Amending },
        OfLaw("LAW_CONFIRMED") with { NeedsRecord = true },
        OfLaw("LAW_TAKEN_OUT") with { NeedsRecord = true, MayBeOwn = true, Says = ("listed", JsonValue.Create(false)) },
        OfLaw("NO_SPECIFIC_LAW") with
        {
            HasLaw = true, Sections = LawFields.None, Says = ("type", JsonValue.Create(LawType.NoSpecificLaw.Code())),
        },
        Of(NoticeKind.Correction) with { AmendsRecord = true, MayBeOwn = true, Sections = Whole },
    ];

    private static IReadOnlyList<(string, IReadOnlyList<EditorField>)> Whole => [.. RecordFields.Designation, .. RecordFields.Contact];

    /// <summary>Whether it changes fields of a record or law.</summary>
    public bool AmendsRecord { get; init; }

    /// <summary>Whether it brings a whole new record.</summary>
    public bool HasAuthority { get; init; }

    /// <summary>Whether it brings a law that is new to the library.</summary>
    public bool HasLaw { get; init; }

    /// <summary>Whether the Secretariat may say it of itself.</summary>
    public bool MayBeOwn { get; init; }

    /// <summary>What it says by itself.</summary>
    public (string Name, JsonNode Value)? Says { get; init; }

    /// <summary>Whether it is about a law.</summary>
    public bool IsOfLaw => Kind == NoticeKind.Legislation;

    /// <summary>The part of the change that holds something new whole; null where nothing new comes.</summary>
    public string? New => HasLaw ? EditorForm.Law : HasAuthority ? "authority" : null;

    /// <summary>What names, in the change, that which it is about.</summary>
    public string IdName => IsOfLaw ? "lawId" : "recordId";

    /// <summary>All fields of what it is about.</summary>
    public IReadOnlyList<EditorField> About => IsOfLaw ? LawFields.All : RecordFields.All;

    /// <summary>Where they stand in the editor.</summary>
    public string Prefix => IsOfLaw ? EditorForm.Law : EditorForm.Record;

    /// <summary>Whether another record ends with it.</summary>
    public bool NeedsReplaced { get; init; }

    /// <summary>Whether it is about a record or law that there is.</summary>
    public bool NeedsRecord { get => field || AmendsRecord; init; }

    /// <summary>The part of the change that its fields stand in; null for the change itself.</summary>
    public string? Part { get; init; }

    /// <summary>Its own fields.</summary>
    public IReadOnlyList<EditorField> Fields { get; init; } = [];

    /// <summary>The sections of the record or law that it shows.</summary>
    public IReadOnlyList<(string Section, IReadOnlyList<EditorField> Fields)> Sections { get; init; } = [];

    /// <summary>The task of a code; null where it is none.</summary>
    public static EditorTask? Find(string? code) => All.FirstOrDefault(t => t.Code == code);

    /// <summary>The task that a change of a notice is, as its fields say; null where they say nothing.</summary>
    public static EditorTask? Of(NoticeKind? kind, JsonObject? change) => (kind, change) switch
    {
        (NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation, { } c) when c["legalBasis"] is JsonObject => Find(NoticeKind.LegalBasisDeclaration.Code()),
        (NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation, { } c) when c["membership"] is JsonObject => Find(NoticeKind.NetworkMembership.Code()),
        (NoticeKind.ChangeOfDesignation, { } c) when c["authority"] is not null => Find("REPLACEMENT"),
        (NoticeKind.Correction, { } c) when c["set"] is null || c["lawId"] is not null => null,
        (NoticeKind.Legislation, { } c) => Find(OfLaw(c)),
        ({ } known, _) => Find(known.Code()),
        _ => null,
    };

    private static string OfLaw(JsonObject change) => (change["lawId"], change["set"] as JsonObject) switch
    {
        (null, _) => Said(change[EditorForm.Law] as JsonObject, "NO_SPECIFIC_LAW") ? "NO_SPECIFIC_LAW" : NoticeKind.Legislation.Code(),
        (_, null or { Count: 0 }) => "LAW_CONFIRMED",
        (_, { Count: 1 } set) when Said(set, "LAW_TAKEN_OUT") => "LAW_TAKEN_OUT",
        _ => "LAW_CHANGE",
    };

    private static bool Said(JsonObject? part, string task) =>
        Find(task)!.Says is var (name, value) && JsonNode.DeepEquals(part?[name], value);

    private static EditorTask Of(NoticeKind kind) => new(kind.Code(), kind);

    private static EditorTask OfLaw(string code) => new(code, NoticeKind.Legislation);
}
