using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Forms;

/// <summary>Sections C and D of the form: what the authority is called, where it is, and when it can be reached.</summary>
internal static class AuthorityFields
{
    private static readonly DayOfWeek[] Days =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday,
        DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormField> All { get; } =
    [
        .. Enum.GetValues<Language>()
            .Select((l, i) => Record($"C{i + 1}", $"name.{l.Code()}", FieldKind.Line, $"/authorityName/{l.Code()}")),
        Record("C7", "name.other", FieldKind.Tagged, "/authorityName"),
        Record("C8", "unitName", FieldKind.Line, "/unitName"),
        Record("C9", "parentInstitution", FieldKind.Line, "/parentInstitution"),
        Record("C10", "authorityKind", FieldKind.Choice, "/authorityKind") with { Choices = Choice.Of(Enum.GetValues<AuthorityKind>()) },
        Record("C11", "addressLines", FieldKind.Lines, "/postalAddress/lines/-"),
        Record("C12", "city", FieldKind.Line, "/postalAddress/city"),
        Record("C13", "postcode", FieldKind.Line, "/postalAddress/postcode"),
        Record("C14", "country", FieldKind.Line, "/postalAddress/country"),
        Phones("C15", "phones", PhonePurpose.Office),
        Phones("C16", "aroundTheClock", PhonePurpose.AroundTheClock),
        Phones("C17", "emergency", PhonePurpose.Emergency),
        Record("C18", "fax", FieldKind.Phones, "/fax/-"),
        Record("C19", "emails", FieldKind.Emails, "/emails/-"),
        Record("C20", "website", FieldKind.Line, "/website"),
        Record("C21", "secureChannels", FieldKind.Channels, "/secureChannels/-"),
        Record("C22", "personName", FieldKind.Line, "/contactPerson/name"),
        Record("C23", "personOffice", FieldKind.Line, "/contactPerson/office"),
        Record("C24", "jurisdiction", FieldKind.Line, "/jurisdiction"),
        .. Days.Select(Hours),
        Record("D8", "publicHolidays", FieldKind.Text, "/publicHolidays"),
        Record("D9", "timeZone", FieldKind.Line, "/timeZone"),
        Languages("D10", "languagesSpoken"),
        Languages("D11", "languagesOfRequests"),
        Record("D12", "outOfHoursReach", FieldKind.YesNo, "/outOfHoursReach"),
    ];

    private static FormField Record(string code, string key, FieldKind kind, string path) => new(code, key, kind, FieldTarget.Record, path);

    private static FormField Phones(string code, string key, PhonePurpose purpose) => Record(code, key, FieldKind.Phones, "/phones/-") with
    {
        Fixed = new Dictionary<string, string> { ["purpose"] = purpose.Code() },
    };

    private static FormField Hours(DayOfWeek day, int i) =>
        Record($"D{i + 1}", $"{day}".ToLowerInvariant(), FieldKind.Hours, "/officeHours/-") with
        {
            Fixed = new Dictionary<string, string> { ["day"] = day.Code() },
        };

    private static FormField Languages(string code, string key) =>
        Record(code, key, FieldKind.Languages, $"/{key}/-") with { Choices = Choice.Of(Enum.GetValues<Language>()) };
}
