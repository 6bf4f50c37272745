using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Intake.Forms;

/// <summary>Sections E, F, G and I of the form: what a request must bring, the roads it may take, and its legal basis.</summary>
internal static class ProcedureFields
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormField> All { get; } =
    [
        .. Enum.GetValues<Matter>().Select(Information),
        Record($"E{Enum.GetValues<Matter>().Length + 1}", "requiredDocuments", FieldKind.Lines, "/requiredDocuments/-"),
        Record("F1", "acceptedFormats", FieldKind.Choices, "/acceptedFormats/-") with
        {
            Choices = Choice.Of(Enum.GetValues<RequestFormat>()),
        },
        .. Enum.GetValues<RequestChannel>().Select(Channel),
        Record("F10", "interpolAccepted", FieldKind.Choice, "/interpolAccepted") with
        {
            Choices = Choice.Of(Enum.GetValues<InterpolAcceptance>()),
        },
        Record("F11", "nationalCentralBureau", FieldKind.Line, "/nationalCentralBureau"),
        Record("F12", "urgentText", FieldKind.Text, "/urgentProcedure/text"),
        Record("F13", "urgentPhone", FieldKind.Line, "/urgentProcedure/phone/number"),
        Record("F14", "oralRequests", FieldKind.YesNo, "/urgentProcedure/oralRequests"),
        Record("F15", "confirmWithinHours", FieldKind.Number, "/urgentProcedure/confirmWithinHours"),
        Record("F16", "provisionalArrestDays", FieldKind.Number, "/urgentProcedure/provisionalArrestDays"),
        .. Basis(1, "basisUntoc", Instrument.Untoc),
        .. Basis(3, "basisUncac", Instrument.Uncac),
        Text("G5", "extraditionOfNationals"),
        Text("G6", "dualCriminality"),
        Text("G7", "timeLimits"),
        Text("G8", "legalSummary"),
        Text("G9", "treatiesList"),
        Text("G10", "alternativeArrangements"),
        Record("G11", "lawLinks", FieldKind.Links, "/lawLinks/-"),
        Text("I1", "comments"),
        Text("I2", "maritime"),
        Text("I3", "firearms"),
    ];

    private static FormField Record(string code, string key, FieldKind kind, string path) => new(code, key, kind, FieldTarget.Record, path);

    private static FormField Text(string code, string key) => Record(code, key, FieldKind.Text, $"/{key}");

    private static FormField Information(Matter matter, int i) =>
        Record($"E{i + 1}", "requiredInformation", FieldKind.Text, $"/requiredInformation/{matter.Code()}") with
        {
            Words = [$"Matter.{matter}"],
        };

    private static FormField Channel(RequestChannel channel, int i) =>
        Record($"F{i + 2}", "channel", FieldKind.Rank, "/acceptedChannels/-") with
        {
            Words = [$"RequestChannel.{channel}"], Fixed = new Dictionary<string, string> { ["channel"] = channel.Code() },
        };

    private static IEnumerable<FormField> Basis(int number, string key, Instrument instrument)
    {
        var about = new Dictionary<string, string> { ["instrument"] = instrument.Code() };
        yield return new($"G{number}", key, FieldKind.Choice, FieldTarget.LegalBasis, "/value")
        {
            Choices = Choice.Of(Enum.GetValues<LegalBasisValue>()), Fixed = about,
        };
        yield return new($"G{number + 1}", $"{key}On", FieldKind.Date, FieldTarget.LegalBasis, "/declaredOn") { Fixed = about };
    }
}
