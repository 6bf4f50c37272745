using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Inputs;

/// <summary>The notices of the fictional State of Arvenia (XAA).</summary>
internal sealed class Forms(string run)
{
    public const string State = "XAA";

    private static readonly string[] Weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"];

    private static string Today => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Yesterday => TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A notice; its text says which run it is of, so that no run repeats another's.</summary>
    public JsonObject Notice(string kind, string number, string language, params JsonObject[] changes) => new()
    {
        ["state"] = State,
        ["kind"] = kind,
        ["officialRef"] = $"PMV/{number}/{run}",
        ["noteDate"] = Today,
        ["language"] = language,
        ["text"] = $"Demonstration {run}, note {number}",
        ["changes"] = new JsonArray([.. changes]),
    };

    public static JsonObject Designate(JsonObject authority, string? replaces) => replaces is null
        ? new() { ["authority"] = authority }
        : new() { ["authority"] = authority, ["replaces"] = replaces, ["lastDay"] = Yesterday };

    public static JsonObject Amend(string record, JsonObject set) => new() { ["recordId"] = record, ["set"] = set };

    public static JsonObject Office(params string[] pairs) => Authority(
        new() { ["en"] = "Office of International Legal Cooperation" }, "Ministry of Justice", "MINISTRY_OF_JUSTICE",
        "cooperation@justice.example", "+9991555010", "en",
        pairs.Length > 0 ? pairs : ["UNTOC 18 MLA", "UNTOC 16 EXTRADITION", "UNTOC 17 TRANSFER_SENTENCED_PERSONS"]);

    public static JsonObject MaritimeCentre() => Authority(
        new() { ["fr"] = "Centre de coordination maritime", ["en"] = "Maritime Coordination Centre" }, "Garde-côtes", "COAST_GUARD",
        "coordination@mer.example", "+9991555012", "fr", "UNTOC-SOM 8 MIGRANT_SMUGGLING_SEA");

    public static JsonObject CriminalAffairs() => Authority(
        new() { ["es"] = "Dirección de Asuntos Penales Internacionales", ["en"] = "Directorate of International Criminal Affairs" },
        "Ministerio de Justicia", "MINISTRY_OF_JUSTICE", "extradicion@asuntos-penales.example", "+9991555014", "es",
        "UNTOC 16 EXTRADITION", "UNTOC 17 TRANSFER_SENTENCED_PERSONS");

    public static JsonObject Designation(string pair)
    {
        var parts = pair.Split(' ');
        return new() { ["instrument"] = parts[0], ["article"] = parts[1], ["matter"] = parts[2] };
    }

    private static JsonObject Authority(
        JsonObject name, string parent, string kind, string address, string phone, string language, params string[] pairs) => new()
        {
            ["authorityName"] = name,
            ["parentInstitution"] = parent,
            ["authorityKind"] = kind,
            ["designations"] = new JsonArray([.. pairs.Select(Designation)]),
            ["postalAddress"] = new JsonObject
            {
                ["lines"] = new JsonArray("12 Harbour Road"), ["city"] = "Port Arven", ["postcode"] = "1000",
            },
            ["phones"] = new JsonArray(new JsonObject { ["number"] = phone }),
            ["emails"] = new JsonArray(new JsonObject { ["address"] = address }),
            ["languagesSpoken"] = new JsonArray(language),
            ["languagesOfRequests"] = new JsonArray(language, language == "en" ? "fr" : "en"),
            ["officeHours"] = new JsonArray(
                [.. Weekdays.Select(day => new JsonObject { ["day"] = day, ["from"] = "08:30", ["to"] = "16:30" })]),
            ["timeZone"] = "Europe/Vienna",
            ["interpolAccepted"] = "URGENT_ONLY",
        };
}
