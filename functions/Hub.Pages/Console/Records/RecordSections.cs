namespace Hub.Pages.Console.Records;

/// <summary>The fields of a record in the order in which a clerk looks for them.</summary>
internal static class RecordSections
{
    /// <summary>The title of the section that says what a record is designated for.</summary>
    public const string Designations = "Record.Designations";

    /// <summary>The sections, each with its fields.</summary>
    public static readonly IReadOnlyList<(string Title, IReadOnlyList<string> Fields)> All =
    [
        ("Record.Office", ["authorityName", "unitName", "parentInstitution", "authorityKind", "jurisdiction", "website"]),
        (Designations, ["designations", "status"]),
        ("Record.Contacts",
            ["postalAddress", "phones", "fax", "emails", "secureChannels", "contactPerson", "officeHours", "timeZone", "publicHolidays",
             "outOfHoursReach"]),
        ("Record.Requests",
            ["languagesSpoken", "languagesOfRequests", "acceptedFormats", "acceptedChannels", "interpolAccepted", "nationalCentralBureau",
             "urgentProcedure", "requiredInformation", "requiredDocuments"]),
        ("Record.Law",
            ["extraditionOfNationals", "dualCriminality", "timeLimits", "legalSummary", "treatiesList", "alternativeArrangements",
             "lawLinks", "maritime", "firearms"]),
        ("Record.Remarks", ["comments", "temporaryNotices"]),
    ];
}
