using System.Text.Json.Nodes;
using Hub.Intake.Notes;

namespace Hub.Rules.Tests.Intake.Mails.Scoring;

/// <summary>
/// A notice as single facts that can be counted: one for each field, number, address or language; a pair is one, hours are one for
/// each run of days. What is not read from the text (the language, a State known from the sender) is none, and the quoted sentence
/// of a temporary notice neither.
/// </summary>
internal static class NoteFacts
{
    private static readonly string[] TemporaryFields = ["kind", "from", "to"];

    public static IReadOnlyList<string> Of(UnderstoodNotice notice) =>
    [
        .. notice.Form.Where(f => f.Key is "kind" or "officialRef" or "noteDate" or "effectiveFrom" or "state")
            .Where(f => notice.Proposals.Any(p => p.Pointer == $"/{f.Key}"))
            .Select(f => $"{f.Key} {f.Value}"),
        .. (notice.Form["changes"] as JsonArray ?? []).SelectMany(c => OfChange((JsonObject)c!)),
    ];

    private static IEnumerable<string> OfChange(JsonObject change) => change.SelectMany(field => field.Key switch
    {
        "recordId" or "replaces" or "lastDay" => [$"{field.Key} {field.Value}"],
        "authority" or "set" => ((JsonObject)field.Value!).SelectMany(f => OfRecord(f.Key, f.Value!)),
        "pairs" => Items(field.Value).Select(Pair),
        "pair" => [Pair(field.Value!)],
        "legalBasis" => [$"legal {field.Value!["instrument"]} {field.Value["value"]}"],
        "temporaryNotice" => [.. TemporaryFields.Select(k => $"temp.{k} {field.Value![k]}")],
        _ => [$"unknown {field.Key}"],
    });

    private static IEnumerable<string> OfRecord(string name, JsonNode value) => name switch
    {
        "authorityName" => ((JsonObject)value).Select(n => $"name.{n.Key} {n.Value}"),
        "parentInstitution" => [$"parent {value}"],
        "unitName" => [$"unit {value}"],
        "designations" => Items(value).SelectMany(d => d["function"] is { } f ? [Pair(d), $"function {f}"] : new[] { Pair(d) }),
        "postalAddress" => Address((JsonObject)value),
        "phones" => Items(value).Select(p => $"phone {Number(p)} {p["purpose"] ?? "OFFICE"}"),
        "fax" => Items(value).Select(p => $"fax {Number(p)}"),
        "emails" => Items(value).Select(e => $"email {e["address"]}"),
        "languagesOfRequests" => Items(value).Select(l => $"lang {l}"),
        "languagesSpoken" => Items(value).Select(l => $"spoken {l}"),
        "officeHours" => Hours(Items(value)),
        "timeZone" => [$"zone {value}"],
        "interpolAccepted" => [$"interpol {value}"],
        _ => [$"{name} {value}"],
    };

    private static IEnumerable<JsonNode> Items(JsonNode? list) => ((JsonArray)list!).Select(i => i!);

    private static string Pair(JsonNode pair) => $"pair {pair["instrument"]} {pair["article"]} {pair["matter"]}";

    private static string Number(JsonNode phone) => phone["extension"] is { } x ? $"{phone["number"]}x{x}" : $"{phone["number"]}";

    private static IEnumerable<string> Address(JsonObject address) =>
        Items(address["lines"]).Select(l => $"line {l}").Concat(address.Where(f => f.Key != "lines").Select(f => $"{f.Key} {f.Value}"));

    // Days in a row with the same hours are one fact.
    private static IEnumerable<string> Hours(IEnumerable<JsonNode> hours)
    {
        var runs = new List<(string First, string Last, string Time)>();
        foreach (var hour in hours)
        {
            var (day, time) = ((string)hour["day"]!, $"{hour["from"]}-{hour["to"]}");
            if (runs.Count > 0 && runs[^1].Time == time)
                runs[^1] = runs[^1] with { Last = day };
            else
                runs.Add((day, day, time));
        }
        return runs.Select(r => r.First == r.Last ? $"hours {r.First} {r.Time}" : $"hours {r.First}-{r.Last} {r.Time}");
    }
}
