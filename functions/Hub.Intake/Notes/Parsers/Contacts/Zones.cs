using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>
/// The time zone of office hours: by its name (IANA), by a city, or by an offset where one of the State's zones has it all the year. A
/// State with a single zone needs to name none.
/// </summary>
/// <remarks>
/// zones.tsv: which State has which zones (tz database, zone.tab). cities.tsv: capitals that name no zone, or are called otherwise.
/// </remarks>
internal static partial class Zones
{
    private static readonly DateTime Winter = new(2026, 1, 15, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Summer = new(2026, 7, 15, 12, 0, 0, DateTimeKind.Utc);

    private static readonly FrozenDictionary<string, string[]> OfStates =
        Rows("zones").ToFrozenDictionary(r => r[0], r => r[1].Split(' '));

    private static readonly FrozenDictionary<string, string> OfCities = Rows("cities")
        .Concat(OfStates.Values.SelectMany(z => z).Distinct().Select(z => new[] { z[(z.LastIndexOf('/') + 1)..].Replace('_', ' '), z }))
        .DistinctBy(r => r[0], StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is a city of that name that has or names a zone: capitals among them.</summary>
    public static bool IsCity(string name) => OfCities.ContainsKey(name);

    /// <summary>The zone that a stretch names.</summary>
    public static Found<string>? In(NoteText note, Span within, StateCode? state)
    {
        var text = note.Plain[within.Start..within.End];
        if (Iana().Match(text) is { Success: true } name && TimeZoneInfo.TryFindSystemTimeZoneById(name.Value, out _))
            return new(name.Value, new(within.Start + name.Index, name.Length), 0.95);
        foreach (Match city in City().Matches(text))
            if (OfCities.TryGetValue(city.Groups["city"].Value.Trim(), out var zone))
                return new(zone, new(within.Start + city.Index, city.Length));
        return Offset().Match(text) is { Success: true } offset && At(offset, state) is { } found
            ? new(found, new(within.Start + offset.Index, offset.Length), 0.8)
            : null;
    }

    /// <summary>The zone of a State that has one only.</summary>
    public static string? Only(StateCode? state) =>
        state is { } code && OfStates.TryGetValue(code.Value, out var zones) && zones is [var one] ? one : null;

    // An offset is a place's only where clocks do not change.
    private static string? At(Match match, StateCode? state)
    {
        var minutes = Number(match, "m");
        var offset = new TimeSpan(Number(match, "h"), minutes, 0) * (match.Groups["s"].Value == "-" ? -1 : 1);
        return state is { } code && OfStates.TryGetValue(code.Value, out var zones)
            ? zones.FirstOrDefault(z => TimeZoneInfo.TryFindSystemTimeZoneById(z, out var zone)
                && zone.GetUtcOffset(Winter) == offset && zone.GetUtcOffset(Summer) == offset)
            : null;
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IReadOnlyList<string[]> Rows(string file) => Lexicon.Rows($"Hub.Intake.Notes.Parsers.Contacts.{file}.tsv");

    [GeneratedRegex(
        @"\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][A-Za-z_\-]+(?:/[A-Z][A-Za-z_\-]+)?\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Iana();

    [GeneratedRegex(@"\b(?:UTC|GMT|TUC)\s?(?<s>[+-])\s?(?<h>\d{1,2})(?::?(?<m>\d{2}))?\b|\b(?:UTC|GMT)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Offset();

    [GeneratedRegex(
        @"(?:heure|horaire|hora|horario|tiempo|time)\s{1,40}(?:locale?\s{1,40})?(?:normale\s{1,40}|legal\s{1,40}|oficial\s{1,40}|local\s{1,40})?(?:de la|de l'|de|d'|del|of|in)\s{0,40}(?<city>\p{Lu}[\p{L}-]{1,40}(?:[ ](?:de[ ])?\p{Lu}[\p{L}-]{1,40}){0,2})"
        + @"|(?:clock|hours?|heures?|horas?|reloj)\s{1,3}(?:is|are|est|sont|es|son)\s{1,3}(?:that|those|celles?|las?|el)\s{1,3}(?:of|de|d')\s{0,3}(?<city>\p{Lu}[\p{L}-]{1,40}(?:[ ]\p{Lu}[\p{L}-]{1,40}){0,2})"
        + @"|(?<city>\p{Lu}[\p{L}-]{1,40}(?:[ ]\p{Lu}[\p{L}-]{1,40}){0,2})\s{1,40}(?:local\s{1,40}|standard\s{1,40})?time\b")]
    private static partial Regex City();
}
