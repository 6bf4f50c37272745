using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Local.Sample;

/// <summary>Makes up the record of one authority: an office, never a person; its addresses and numbers reach nobody.</summary>
internal sealed class SampleAuthority(
    SampleState state, Institution institution, IReadOnlyList<string> pairs, string country, Random random)
{
    private static readonly string[] Interpol = ["YES", "URGENT_ONLY", "NO", "YES", "URGENT_ONLY"];
    private static readonly string[] Formats =
        ["PAPER_ORIGINAL", "CERTIFIED_COPY", "PDF", "SIGNED_PDF", "ELECTRONIC_SIGNATURE", "ENCRYPTED"];
    private static readonly string[] Roads = ["DIRECT", "DIPLOMATIC", "INTERPOL", "POST", "COURIER", "FAX", "EMAIL", "SECURE_PLATFORM"];
    private static readonly (string From, string To)[] Days =
        [("08:00", "16:00"), ("08:30", "16:30"), ("09:00", "17:00"), ("07:30", "15:30")];

    private readonly JsonObject _phrases = SampleData.Phrases[state.Language]!.AsObject();
    private readonly string _domain = $"{institution.Host}.{state.Code}.example".ToLower(CultureInfo.InvariantCulture);

    public JsonObject ToJson()
    {
        var record = new JsonObject
        {
            ["authorityName"] = Name(),
            ["parentInstitution"] = institution.Parent[state.Language]!.DeepClone(),
            ["authorityKind"] = institution.Kind,
            ["designations"] = new JsonArray([.. pairs.Select(Designation)]),
            ["postalAddress"] = Address(),
            ["phones"] = new JsonArray(Phone("OFFICE"), Phone(IsAtSea ? "AROUND_THE_CLOCK" : "EMERGENCY")),
            ["emails"] = new JsonArray(new JsonObject { ["address"] = $"{institution.Mailbox}@{_domain}", ["functional"] = true }),
            ["languagesSpoken"] = Languages(random.Next(3) > 0 ? "en" : null),
            ["languagesOfRequests"] = Languages(random.Next(2) > 0 ? "en" : null),
            ["officeHours"] = Hours(),
            ["publicHolidays"] = _phrases["holidays"]!.DeepClone(),
            ["timeZone"] = state.TimeZone,
            ["outOfHoursReach"] = true,
            ["requiredInformation"] = new JsonObject { [pairs[0].Split(' ')[2]] = _phrases["information"]!.DeepClone() },
            ["requiredDocuments"] = Some(_phrases["documents"]!.AsArray().Select(d => (string)d!), 2, 4),
            ["acceptedFormats"] = Some(Formats, 2, 4),
            ["acceptedChannels"] = Channels(),
            ["interpolAccepted"] = Interpol[random.Next(Interpol.Length)],
            ["urgentProcedure"] = Urgent(),
        };
        if (random.Next(4) > 0)
            record["fax"] = new JsonArray(Phone("OFFICE"));
        if (random.Next(3) > 0)
            record["website"] = $"https://{_domain}";
        return record;
    }

    private bool IsAtSea => institution.UnderstoodMail is 'C' or 'N';

    private JsonObject Name()
    {
        var name = new JsonObject { [state.Language] = institution.Name[state.Language]!.DeepClone() };
        if (state.Language != "en")
            name["en"] = institution.Name["en"]!.DeepClone();
        return name;
    }

    private JsonNode Designation(string pair)
    {
        var parts = pair.Split(' ');
        return new JsonObject
        {
            ["instrument"] = parts[0],
            ["article"] = parts[1],
            ["matter"] = parts[2],
            ["function"] = parts[2] == "PREVENTION_CORRUPTION" ? "PREVENTION" : institution.Function,
            ["effectiveFrom"] = $"{random.Next(2005, 2025)}-{random.Next(1, 13):D2}-01",
        };
    }

    private JsonObject Address() => new()
    {
        ["lines"] = new JsonArray(string.Format(CultureInfo.InvariantCulture, Pick(_phrases["streets"]!.AsArray()), random.Next(1, 200))),
        ["city"] = state.City,
        ["postcode"] = $"{random.Next(1000, 99999)}",
        ["country"] = country,
    };

    // +999 is a country code that is given to nobody.
    private JsonObject Phone(string purpose) =>
        new() { ["number"] = $"+999{random.Next(100000, 999999)}{random.Next(1000, 9999)}", ["purpose"] = purpose };

    private JsonArray Languages(string? second) =>
        [.. new[] { state.Language, second }.OfType<string>().Distinct().Select(l => JsonValue.Create(l))];

    private JsonArray Hours()
    {
        var (from, to) = Days[random.Next(Days.Length)];
        var breaks = random.Next(3) == 0;
        var first = state.RestsOnFriday ? DayOfWeek.Sunday : DayOfWeek.Monday;
        var hours = new JsonArray();
        foreach (var day in Enumerable.Range((int)first, 5).Select(d => $"{(DayOfWeek)d}".ToUpperInvariant()))
            foreach (var (opens, closes) in breaks ? [(from, "12:30"), ("13:30", to)] : new[] { (from, to) })
                hours.Add(new JsonObject { ["day"] = day, ["from"] = opens, ["to"] = closes });
        return hours;
    }

    private JsonArray Channels() => [.. Some(Roads, 2, 4).Select((road, i) => Channel((string)road!, i + 1))];

    private static JsonObject Channel(string road, int rank)
    {
        var channel = new JsonObject { ["channel"] = road, ["rank"] = rank };
        if (road is "EMAIL" or "FAX")
            channel["confirmBy"] = "POST";
        return channel;
    }

    private JsonObject Urgent() => new()
    {
        ["text"] = _phrases["urgent"]!.DeepClone(),
        ["phone"] = Phone("AROUND_THE_CLOCK"),
        ["oralRequests"] = random.Next(2) == 0,
        ["confirmWithinHours"] = 24 * random.Next(1, 4),
        ["provisionalArrestDays"] = random.Next(2) == 0 ? 18 : 40,
    };

    private JsonArray Some(IEnumerable<string> of, int least, int most)
    {
        var all = of.ToArray();
        random.Shuffle(all);
        return [.. all.Take(random.Next(least, most + 1)).Select(text => JsonValue.Create(text))];
    }

    private string Pick(JsonArray of) => (string)of[random.Next(of.Count)]!;
}
