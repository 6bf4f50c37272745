using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Notices;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Reading;

/// <summary>A value that was read.</summary>
/// <param name="Field">Its field, as docs/reading.md lists them.</param>
/// <param name="Value">The value, as one line of text.</param>
/// <param name="Office">The office that it is of, by its name.</param>
/// <param name="From">The proposal it stands in; of a value in parts, the first of them.</param>
internal sealed record ReadField(string Field, string Value, string? Office, Proposal From);

/// <summary>
/// What was read, as single values that can be compared: a number with its purpose is one, days in a row with the same hours are.
/// </summary>
internal sealed partial class ReadFields
{
    private static readonly string[] OfNotice = ["officialRef", "noteDate", "effectiveFrom"];
    private static readonly string[] Functions = ["CENTRAL_AUTHORITY", "COMPETENT_AUTHORITY"];
    private static readonly string[] OfSituation = ["kind", "from", "to"];
    private static readonly string[] OfAddress = ["city", "postcode", "country"];
    private readonly JsonObject _form;
    private readonly RegisterSnapshot _register;
    private readonly IReadOnlyList<Proposal> _proposals;

    private ReadFields(JsonObject form, IReadOnlyList<Proposal> proposals, RegisterSnapshot register) =>
        (_form, _proposals, _register) = (form, proposals, register);

    /// <summary>The values of a notice.</summary>
    public static IReadOnlyList<ReadField> Of(JsonObject form, IReadOnlyList<Proposal> proposals, RegisterSnapshot register) =>
        [.. new ReadFields(form, proposals, register).All()];

    /// <summary>The name of the record that a notice changes, ends or replaces; null where it names none.</summary>
    public static string? RecordOf(JsonObject form, RegisterSnapshot register) =>
        (form["changes"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(c => (string?)c["recordId"] ?? (string?)c["replaces"])
            .FirstOrDefault(id => id is not null && register.Authorities.ContainsKey(id)) is { } record
            ? register.Authorities[record].Name(Language.English)
            : null;

    private IEnumerable<ReadField> All()
    {
        foreach (var field in OfNotice)
            if (At($"/{field}") is { } from && _form[field] is { } value)
                yield return new(field, $"{value}", null, from);
        var changes = (_form["changes"] as JsonArray ?? []).OfType<JsonObject>().Index().ToList();
        foreach (var (i, change) in changes)
            foreach (var (field, value, from) in OfChange(change, $"/changes/{i}"))
                yield return new(field, value, changes.Count > 1 ? OfficeOf(change) : null, from);
    }

    private string? OfficeOf(JsonObject change) =>
        (change["authority"]?["authorityName"] as JsonObject)?.Select(n => (string?)n.Value).FirstOrDefault()
        ?? ((string?)change["recordId"] is { } id ? _register.Authorities.GetValueOrDefault(id)?.Name(Language.English) : null);

    private IEnumerable<(string Field, string Value, Proposal From)> OfChange(JsonObject change, string at) =>
        change.SelectMany(part => part.Key switch
        {
            "authority" or "set" => ((JsonObject)part.Value!).SelectMany(f => OfRecord(f.Key, f.Value, $"{at}/{part.Key}/{f.Key}")),
            "lastDay" => One("lastDay", part.Value, $"{at}/lastDay"),
            "pairs" => Each(part.Value, $"{at}/pairs", (pair, _) => ("designations", Pair(pair))),
            "pair" => Compound("designations", Pair(part.Value!), $"{at}/pair"),
            "legalBasis" => Compound("legalBasis", $"{part.Value!["instrument"]} {part.Value["value"]}", $"{at}/legalBasis"),
            "membership" => At($"{at}/membership/network") is { } network ? [("membership", $"{part.Value!["network"]}", network)] : [],
            "temporaryNotice" => OfSituation.SelectMany(
                name => One($"temporary.{name}", part.Value![name], $"{at}/temporaryNotice/{name}")),
            _ => [],
        });

    private IEnumerable<(string Field, string Value, Proposal From)> OfRecord(string name, JsonNode? value, string at) => name switch
    {
        "authorityName" => (value as JsonObject ?? []).SelectMany(n => One(name, n.Value, $"{at}/{n.Key}")),
        "designations" => Each(value, at, (d, i) => ("designations", At($"{at}/{i}/instrument") is null ? "" : Pair(d)))
            .Where(d => d.Value.Length > 0)
            .Concat(Each(value, at, (d, _) => ("function", $"{d["function"]}"))
                .Where(f => Functions.Contains(f.Value)).DistinctBy(f => f.Value)),
        "phones" => Each(value, at, (p, _) => (name, $"{Number(p)} {p["purpose"] ?? "OFFICE"}")),
        "fax" => Each(value, at, (p, _) => (name, Number(p))),
        "emails" => Each(value, at, (e, _) => (name, $"{e["address"]}")),
        "website" => At(at) is { } site ? [("websites", site.Words, site)] : [],
        "languagesOfRequests" or "languagesSpoken" => Each(value, at, (l, _) => (name, $"{l}")),
        "postalAddress" => Each(value?["lines"], $"{at}/lines", (l, _) => ("postalAddress.lines", $"{l}"))
            .Concat(OfAddress.SelectMany(
                part => One($"postalAddress.{part}", value?[part], $"{at}/{part}"))),
        "officeHours" => Hours(value as JsonArray ?? [], at),
        "authorityKind" => [],
        _ => One(name, value, at),
    };

    private IEnumerable<(string, string, Proposal)> One(string field, JsonNode? value, string at) =>
        value is not null && At(at) is { } from ? [(field, Text(value), from)] : [];

    private static string Text(JsonNode value) => value.GetValueKind() == System.Text.Json.JsonValueKind.True ? "true" : $"{value}";

    private IEnumerable<(string, string, Proposal)> Compound(string field, string value, string at) =>
        Below(at) is { } from ? [(field, value, from)] : [];

    private IEnumerable<(string Field, string Value, Proposal From)> Each(
        JsonNode? list, string at, Func<JsonNode, int, (string Field, string Value)> read) =>
        (list as JsonArray ?? []).Index()
            .Where(i => i.Item is not null && Below($"{at}/{i.Index}") is not null)
            .Select(i => (read(i.Item!, i.Index).Field, read(i.Item!, i.Index).Value, Below($"{at}/{i.Index}")!));

    private static string Pair(JsonNode pair) => $"{pair["instrument"]} {pair["article"]} {pair["matter"]}";

    private static string Number(JsonNode phone) =>
        phone["extension"] is { } extension ? $"{phone["number"]};ext={extension}" : $"{phone["number"]}";

    // Days in a row with the same hours are one value.
    private IEnumerable<(string, string, Proposal)> Hours(JsonArray hours, string at)
    {
        var runs = new List<(string First, string Last, string Time, Proposal From)>();
        var byTime = hours.Index().Where(h => Below($"{at}/{h.Index}") is not null)
            .GroupBy(h => $"{Clock(h.Item!["from"])}-{Clock(h.Item["to"])}");
        foreach (var group in byTime)
            foreach (var (i, hour) in group)
            {
                var day = (string)hour!["day"]!;
                if (runs.Count > 0 && runs[^1].Time == group.Key && IsNext(runs[^1].Last, day))
                    runs[^1] = runs[^1] with { Last = day };
                else
                    runs.Add((day, day, group.Key, Below($"{at}/{i}")!));
            }
        return runs.Select(r => ("officeHours", r.First == r.Last ? $"{r.First} {r.Time}" : $"{r.First}-{r.Last} {r.Time}", r.From));
    }

    private static bool IsNext(string day, string next) =>
        Enum.Parse<DayOfWeek>(next, ignoreCase: true) == (DayOfWeek)(((int)Enum.Parse<DayOfWeek>(day, ignoreCase: true) + 1) % 7);

    private static string Clock(JsonNode? time) => ClockTime().Match(string.Create(CultureInfo.InvariantCulture, $"{time}")).Value;

    private Proposal? At(string pointer) => _proposals.FirstOrDefault(p => p.Pointer == pointer);

    private Proposal? Below(string pointer) =>
        At(pointer) ?? _proposals.FirstOrDefault(p => p.Pointer.StartsWith($"{pointer}/", StringComparison.Ordinal));

    [GeneratedRegex(@"^\d\d:\d\d")]
    private static partial Regex ClockTime();
}
