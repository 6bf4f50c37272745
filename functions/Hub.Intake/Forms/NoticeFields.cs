using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Forms;

/// <summary>Sections A, B, H, J and K of the form: the notice, what the authority is designated for, networks, and who notifies.</summary>
internal static class NoticeFields
{
    private static readonly IReadOnlyList<Choice> Functions = Choice.Of(Enum.GetValues<DesignationFunction>());

    // A temporary situation and the Secretariat's corrections have no form.
    private static readonly IReadOnlyList<Choice> Kinds = Choice.Of(
        NoticeKind.NewDesignation, NoticeKind.ChangeOfDesignation, NoticeKind.ChangeOfContact, NoticeKind.Withdrawal,
        NoticeKind.ConfirmationNoChange, NoticeKind.NilDeclaration, NoticeKind.LegalBasisDeclaration, NoticeKind.NetworkMembership);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormField> All { get; } =
    [
        new("A1", "state", FieldKind.Line, FieldTarget.Notice, "/state"),
        new("A2", "kind", FieldKind.Choice, FieldTarget.Notice, "/kind") { Choices = Kinds },
        new("A3", "effectiveFrom", FieldKind.Date, FieldTarget.Notice, "/effectiveFrom"),
        new("A4", "officialRef", FieldKind.Line, FieldTarget.Notice, "/officialRef"),
        new("A5", "noteDate", FieldKind.Date, FieldTarget.Notice, "/noteDate"),
        new("A6", "language", FieldKind.Choice, FieldTarget.Notice, "/language") { Choices = Choice.Of(Enum.GetValues<Language>()) },
        new("A7", "recordId", FieldKind.Line, FieldTarget.Change, "/recordId"),
        new("A8", "amends", FieldKind.Line, FieldTarget.Notice, "/amends"),
        .. Pairs.Allowed.Select(Pair),
        .. Others(Pairs.Allowed.Count),
        Networks(1, "networksMember", MembershipRole.Member),
        Networks(2, "networksObserver", MembershipRole.Observer),
        Networks(3, "networksContact", MembershipRole.ContactPoint),
        new("J1", "replaces", FieldKind.RecordOrNone, FieldTarget.Change, "/replaces"),
        new("J2", "lastDay", FieldKind.Date, FieldTarget.Change, "/lastDay"),
        new("K1", "office", FieldKind.Line, FieldTarget.Notice, "/submittedBy/office"),
        new("K2", "role", FieldKind.Line, FieldTarget.Notice, "/submittedBy/role"),
        new("K3", "consent", FieldKind.YesNo, FieldTarget.Record, "/contactPerson/consent"),
        new("K4", "text", FieldKind.Text, FieldTarget.Notice, "/text"),
    ];

    private static FormField Pair(Pair pair, int i) => new($"B{i + 1}", "pair", FieldKind.Function, FieldTarget.Pair, "")
    {
        Words = [$"Matter.{pair.Matter}", $"Instrument.{pair.Instrument}", pair.Article],
        Choices = Functions,
        Fixed = new Dictionary<string, string>
        {
            ["instrument"] = pair.Instrument.Code(), ["article"] = pair.Article, ["matter"] = pair.Matter.Code(),
        },
    };

    private static IEnumerable<FormField> Others(int before) =>
    [
        new($"B{before + 1}", "otherInstrument", FieldKind.Line, FieldTarget.OtherPair, "/article"),
        new($"B{before + 2}", "otherMatter", FieldKind.Choice, FieldTarget.OtherPair, "/matter")
        {
            Choices = Choice.Of(Matter.CulturalProperty, Matter.Terrorism),
        },
        new($"B{before + 3}", "otherFunction", FieldKind.Choice, FieldTarget.OtherPair, "/function") { Choices = Functions },
        new($"B{before + 4}", "scope", FieldKind.Text, FieldTarget.Designations, "/scope"),
        new($"B{before + 5}", "legalAct", FieldKind.Line, FieldTarget.Designations, "/legalAct"),
        new($"B{before + 6}", "depositaryRef", FieldKind.Line, FieldTarget.Designations, "/depositaryRef"),
    ];

    private static FormField Networks(int number, string key, MembershipRole role) =>
        new($"H{number}", key, FieldKind.Networks, FieldTarget.Membership, "")
        {
            Fixed = new Dictionary<string, string> { ["role"] = role.Code() },
        };
}
