using Hub.Register.Records;
using static Hub.Pages.Console.Editor.Fields.FieldList;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>The fields of a record, by sections: all that a State fills in.</summary>
internal static class RecordFields
{
    private static readonly EditorField[] Number =
        [Short("number"), Short("extension").Extra(), One<PhonePurpose>("purpose").Extra().Called("phonePurpose")];

    private static readonly EditorField[] Pair =
        [One<Instrument>("instrument"), Short("article"), One<Matter>("matter")];

    /// <summary>The fields of a pair.</summary>
    public static IReadOnlyList<EditorField> OfPair => Pair;

    /// <summary>The sections that a contact change has no say in: who is designated for what.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<EditorField> Fields)> Designation { get; } =
    [
        ("Names", [new("authorityName", EditorKind.Map) { Choices = Languages, Text = EditorKind.Line, IsAsked = true }, Short("jurisdiction")]),
        ("Designations",
        [
            Rows("designations",
            [
                .. Pair, One<DesignationFunction>("function").Extra(), Line("scope").Extra(), Line("legalAct").Extra(),
                Date("effectiveFrom").Extra().Called("designationFrom"), Date("effectiveTo").Extra(), Date("notifiedOn").Extra(),
                Line("noteRef").Extra(), Line("depositaryRef").Extra(),
            ]) with { IsAsked = true },
        ]),
    ];

    /// <summary>Where and how an authority is reached, and what it wants.</summary>
    public static IReadOnlyList<(string Section, IReadOnlyList<EditorField> Fields)> Contact { get; } =
    [
        ("Reach",
        [
            Rows("phones", Number) with { IsAsked = true }, Rows("fax", Number),
            Rows("emails", Line("address"), Line("purpose").Extra().Called("emailPurpose"), YesNo("functional").Extra()) with { IsAsked = true },
            Line("website"), Rows("secureChannels", Short("kind").Called("channelKind"), Line("value").Called("channelValue")),
        ]),
        ("Place",
        [
            Line("unitName"), Line("parentInstitution"), One<AuthorityKind>("authorityKind"),
            new("postalAddress/lines", EditorKind.Lines) { Label = "addressLines" }, Line("postalAddress/city"), Short("postalAddress/postcode"),
            Line("postalAddress/country"),
        ]),
        ("Person", [Line("contactPerson/name").Called("personName"), Line("contactPerson/office").Called("personOffice"), YesNo("contactPerson/consent")]),
        ("Hours",
        [
            Rows("officeHours", new("day", EditorKind.Choice) { Choices = Weekdays }, Short("from").Called("opens"), Short("to").Called("closes")),
            Line("timeZone"), Line("publicHolidays"), YesNo("outOfHoursReach"), new("languagesSpoken", EditorKind.Tags),
        ]),
        ("Requests",
        [
            new("languagesOfRequests", EditorKind.Tags), new("acceptedFormats", EditorKind.Choices) { Choices = Each<RequestFormat> },
            Rows("acceptedChannels", One<RequestChannel>("channel").Called("requestChannel"), Number("rank").Extra(), One<RequestChannel>("confirmBy").Extra()),
            One<InterpolAcceptance>("interpolAccepted"), Line("nationalCentralBureau"),
            new("requiredInformation", EditorKind.Map) { Choices = Each<Matter>, Label = "requiredInformation" },
            new("requiredDocuments", EditorKind.Lines),
        ]),
        ("Urgent",
        [
            Text("urgentProcedure/text").Called("urgentText"), Short("urgentProcedure/phone/number").Called("urgentPhone"),
            Short("urgentProcedure/phone/extension"), One<PhonePurpose>("urgentProcedure/phone/purpose").Called("phonePurpose"),
            YesNo("urgentProcedure/oralRequests"), Number("urgentProcedure/confirmWithinHours"), Number("urgentProcedure/provisionalArrestDays"),
        ]),
        ("Law",
        [
            Text("extraditionOfNationals"), Text("dualCriminality"), Text("timeLimits"), Text("legalSummary"), Text("treatiesList"),
            Text("alternativeArrangements"),
            Rows("lawLinks", Line("url").Called("linkUrl"), Line("title").Extra().Called("linkTitle"), new EditorField("language", EditorKind.Choice) { Choices = Languages }.Extra().Called("linkLanguage"),
                Short("sherlocId").Extra()),
        ]),
        ("Other",
        [
            Text("comments"), Text("maritime"), Text("firearms"),
            Rows("temporaryNotices", Temporary),
        ]),
    ];

    /// <summary>The fields of a temporary situation.</summary>
    public static EditorField[] Temporary => [Line("kind").Called("temporaryKind"), Text("text").Called("temporaryText"), Date("from"), Date("to").Extra()];

    /// <summary>All fields.</summary>
    public static IReadOnlyList<EditorField> All { get; } = [.. Designation.Concat(Contact).SelectMany(s => s.Fields)];
}
