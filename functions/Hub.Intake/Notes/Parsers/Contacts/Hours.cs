using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Problems;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>
/// Office hours and their time zone. Hours without days, on a clock of twelve, or at an offset only, are questions (V12).
/// </summary>
internal static partial class Hours
{
    private static readonly string Day = string.Join('|', Lexicon.Weekdays.Keys.OrderByDescending(d => d.Length).Select(Regex.Escape));

    private static readonly string Range =
        $@"(?:{Clock("from")}\s{{0,3}}(?:h(?:oras)?\.?\s)?(?:-|~|to|until|till|a|a|au|hasta|jusqu'a)\s{{0,3}}(?:las\s)?{Clock("to")}"
        + $@"|(?:between|entre)\s{{1,3}}(?:las\s)?{Clock("from")}\s{{0,3}}(?:h(?:oras)?\.?\s)?(?:and|et|y)\s{{1,3}}(?:las\s)?{Clock("to")})";

    private const string Except = @"(?:other\s{1,3}than|except(?:\s{1,3}for)?|excepte|excepto|excluding|save(?:\s{1,3}for)?|but\s{1,3}not|sauf|hormis|hors|salvo|menos"
        + @"|a\s{1,3}l'exception\s{1,3}d[ue]|con\s{1,3}excepcion\s{1,3}del?)\s{1,3}(?:on\s{1,3}|the\s{1,3}|l[eao]s?\s{1,3}|el\s{1,3}){0,2}";

    private static readonly string But = $@"(?:,?\s{{0,3}}\(?{Except}(?<x>{Day})s?\b(?:\s{{1,3}}(?:and|et|y|or|ou|o)\s{{1,3}}(?:l[eao]s?\s|el\s)?(?<x>{Day})s?\b)?\)?)?";

    // "Week days other than Friday", "Monday to Friday except Wednesday".
    private static readonly string Days =
        $@"\b(?:(?<all>week\s?days)|(?<d1>{Day})s?\.?(?!\p{{L}})(?:\s{{0,3}}(?:-|~|to|through|until|au|a)\s{{0,3}}(?<d2>{Day})s?\b\.?)?){But}";

    // "…, closed for lunch 12 to 13".
    private static readonly string Break =
        $@"(?:\)?\s?[,;]?\s{{0,3}}(?:closed for|closed|lunch|except|pause|fermeture|sauf|almuerzo|cerrado|receso|pausa)(?:(?!\b(?:{Day})\b)[^\d.;]){{0,30}}(?<b1>\d{{1,2}}[:.hH]\d{{2}})"
        + @"\s{0,3}(?:-|~|to|a|et|y)\s{0,3}(?<b2>\d{1,2}[:.hH]\d{2}))?";

    // "Monday to Friday, 8 to 16", or "8 to 16, Monday to Friday"; a second range of the same days is after the break.
    private static readonly Regex Timed = new(
        $@"{Days}\s{{0,3}}[,:]?\s{{0,3}}(?:\(?(?:from|de|entre|between))?\s{{0,3}}(?:las\s)?{Range}"
        + $@"(?:\s{{0,3}}(?:h(?:oras|rs|ours)?\.?\s{{0,2}})?(?:,|/|and|et|y|&)\s{{0,3}}(?:from|de)?\s{{0,3}}(?:las\s)?{Range})?(?=(?<end>(?:\s{{0,3}}h(?:oras|rs|ours)?\.?)?{But}))"
        + $@"|{Range}(?:\s{{0,3}}(?:h(?:oras|rs|ours)?\.?\s{{0,2}})?(?:,|/|and|et|y|&)\s{{0,3}}{Range})?,?\s{{0,3}}(?:hours?|hrs?\.?|h|horas)?,?\s{{0,3}}\(?(?:du|de|from)?\s{{0,3}}{Days}{Break}(?=(?<end>{But}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Untimed = new(Range, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The hours.</summary>
    public static IReadOnlyList<Found<OfficeHours>> In(NoteText note, Span within)
    {
        var hours = new List<Found<OfficeHours>>();
        foreach (Match match in Timed.Matches(note.Plain[within.Start..within.End]))
            hours.AddRange(Opened(match).Select(h => new Found<OfficeHours>(h, new(within.Start + match.Index, match.Length))));
        return hours;
    }

    /// <summary>What has to be asked.</summary>
    public static IEnumerable<Found<ProblemCode>> Questions(NoteText note, Span within)
    {
        var hours = In(note, within);
        // Hours without a zone, the rules ask about.
        if (hours.Count == 0 && Unclear(note, within) is { } span)
            yield return new(ProblemCode.V12, span);
    }

    private static Span? Unclear(NoteText note, Span within) => Timed.Match(note.Plain[within.Start..within.End]) is { Success: true } timed
        ? new(within.Start + timed.Index, timed.Length)
        : Dayless(note, within);

    private static Span? Dayless(NoteText note, Span within) =>
        (from label in note.All(Concept.HoursLabel, within)
         let match = Untimed.Match(note.Plain, label.End, Math.Min(60, note.Plain.Length - label.End))
         where match.Success
         select (Span?)label.With(new(match.Index, match.Length))).FirstOrDefault();

    private static IEnumerable<OfficeHours> Opened(Match match)
    {
        var (first, last) = match.Groups["all"].Success ? (DayOfWeek.Monday, DayOfWeek.Friday)
            : (DayOf(match.Groups["d1"]), DayOf(match.Groups[match.Groups["d2"].Success ? "d2" : "d1"]));
        var but = match.Groups["x"].Captures.Select(DayOf).ToHashSet();
        var ranges = match.Groups["from"].Captures
            .Zip(match.Groups["to"].Captures, (from, to) => (From: Time(from.Value), To: Time(to.Value))).ToList();
        if (match.Groups["b1"].Success && ranges is [{ From: not null, To: not null } whole])
            ranges = [(whole.From, Time(match.Groups["b1"].Value)), (Time(match.Groups["b2"].Value), whole.To)];
        // On a clock of twelve the evening comes before the morning.
        if (ranges.Any(r => r.From is null || r.To is null || r.To <= r.From))
            yield break;
        for (var day = first; ; day = (DayOfWeek)(((int)day + 1) % 7))
        {
            foreach (var (from, to) in but.Contains(day) ? [] : ranges)
                yield return new(day, from!.Value, to!.Value);
            if (day == last)
                yield break;
        }
    }

    private static DayOfWeek DayOf(Capture day) => (DayOfWeek)Lexicon.Weekdays[day.Value];

    private static string Clock(string group) =>
        $@"(?<{group}>noon|midi|mediodia|[012]\d[0-5]\d(?!\d)|\d{{1,2}}(?:\s?[:.hH]\s?\d{{2}}|\s?h(?:eures|oras)?(?!\p{{L}}))?\s?(?:[ap]\.?\s?m\.?(?!\p{{L}}))?)";

    private static TimeOnly? Time(string written)
    {
        if (char.IsLetter(written[0]))
            return new(12, 0);
        if (written.Length == 4 && written.All(char.IsAsciiDigit))
            written = $"{written[..2]}:{written[2..]}";
        var parts = Parts().Match(written);
        var (hour, minute) = (Number(parts.Groups[1]), parts.Groups[2].Success ? Number(parts.Groups[2]) : 0);
        if (parts.Groups[3].Success)
            hour = (hour % 12) + (char.ToUpperInvariant(parts.Groups[3].Value[0]) == 'P' ? 12 : 0);
        return hour < 24 && minute < 60 ? new(hour, minute) : null;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    // The expression without backtracking loses the group of the hour here (.NET 10).
    [GeneratedRegex(@"^(\d{1,2})(?:\s?[:.hH]\s?(\d{2}))?\s?(?:h(?:eures|oras)?)?\s?([ap])?", RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
