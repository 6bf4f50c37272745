using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using static Hub.Pages.Console.Editor.Fields.FieldList;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>The fields of a law, by sections: all that a notice may say of one, in the order of a gazette.</summary>
internal static class LawFields
{
    private static readonly EditorField[] Article =
    [
        new("instrument", EditorKind.Choice) { Label = "law.instrument", Choices = Instruments },
        Short("article").Law(), Short("paragraph").Law(),
    ];

    private static readonly EditorField Provisions = Rows(
        "provisions", Short("label").Law(), Line("heading").Law(), (Rows("articles", Article) with { IsAsked = true }).Law(),
        new EditorField("topics", EditorKind.Choices) { Choices = Each<LawTopic> }.Law(),
        new EditorField("crimeTypes", EditorKind.Choices) { Choices = Each<CrimeType> }.Law(),
        Text("extract").Law(), new EditorField("extractTranslated", EditorKind.Map) { Choices = Languages }.Law(), Text("note").Law()).Law()
        with { IsAsked = true };

    /// <summary>What is said of a law that is new to the library.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<EditorField> Fields)> Sections { get; } =
    [
        ("LawName",
        [
            Line("titleOriginal").Law(), Tag("language"), One<LawType>("type").Law(), Short("number").Law(), Line("shortTitle").Law(),
            new EditorField("titles", EditorKind.Map) { Choices = Languages, Text = EditorKind.Line }.Law(),
        ]),
        ("LawDays",
        [
            One<LawStatus>("status").Law(), Date("dates/adopted").Law(), Date("dates/published").Law(), Date("dates/inForce").Law(),
            Date("dates/lastAmended").Law(), Date("dates/repealed").Law(), Line("repealedBy").Law(),
        ]),
        ("LawPlace",
        [
            Line("citation").Law(), Line("officialUrl").Law(), Line("archiveUrl").Law(), Line("hostOffice").Law(), Line("jurisdiction").Law(),
        ]),
        ("LawProvisions", [Provisions]),
        ("LawTexts",
        [
            Rows(
                "languages", Tag("language").Called("law.textLanguage"), One<LawTextKind>("kind").Called("law.textKind"),
                Line("url").Called("law.textUrl"), Tag("translatedFrom"), Line("by").Called("law.textBy"), Date("date").Called("law.textDate"),
                YesNo("prevails").Law()).Law(),
        ]),
        ("LawOther",
        [
            Rows("relations", One<LawRelationKind>("kind").Called("law.relation"), Line("law").Called("law.other")).Law(),
            Rows("furnishedUnder", Article).Law(), YesNo("useForRequests").Law(),
        ]),
    ];

    /// <summary>What is said of one that is there: besides, whether the library shows it.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<EditorField> Fields)> Amending { get; } =
        [.. Sections, ("LawListed", [YesNo("listed").Law()])];

    /// <summary>What a State says that has no law for some articles.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<EditorField> Fields)> None { get; } =
        [("LawNone", [Line("titleOriginal").Called("law.noneTitle"), Tag("language")]), ("LawProvisions", [Provisions])];

    /// <summary>All fields.</summary>
    public static IReadOnlyList<EditorField> All { get; } = [.. Amending.SelectMany(s => s.Fields)];

    private static EditorField Tag(string path) => new EditorField(path, EditorKind.Choice) { Choices = Languages }.Law();

    private static EditorField Law(this EditorField field) => field.Called($"law.{field.Label}");

    private static IReadOnlyList<(string Code, string Text)> Instruments(Labels labels) =>
        [.. Articles.Instruments.Select(i => (i.Code(), labels.Of(i)))];
}
