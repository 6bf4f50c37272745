using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>A date as somebody wrote it.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Value">The day; null where the words can mean several days (V24), or none of our calendar.</param>
internal sealed record DateHit(Span Span, DateOnly? Value);

/// <summary>Finds dates in English, French and Spanish, and in numbers.</summary>
internal static partial class Dates
{
    private const int Earliest = 1980;
    private const int Latest = 2100;

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    private static readonly string Month =
        string.Join('|', Lexicon.Months.Keys.OrderByDescending(m => m.Length).Select(Regex.Escape));

    private static readonly string Word =
        string.Join('|', Lexicon.DaysInWords.Keys.OrderByDescending(w => w.Length)
            .Select(w => Regex.Escape(w).Replace(@"\ ", @"\s+", StringComparison.Ordinal)));

    // "Two thousand and twenty-six": the years that notes are of.
    private static readonly Dictionary<string, int> Years = new[]
    {
        "twenty-four vingt-quatre veinticuatro", "twenty-five vingt-cinq veinticinco", "twenty-six vingt-six veintiseis",
        "twenty-seven vingt-sept veintisiete", "twenty-eight vingt-huit veintiocho", "twenty-nine vingt-neuf veintinueve",
        "thirty trente treinta",
    }.SelectMany((words, i) => words.Split(' ').Select(w => (w, Year: 2024 + i)))
        .ToDictionary(y => y.w, y => y.Year, StringComparer.OrdinalIgnoreCase);

    private static readonly Regex InWords = new(
        $@"\b(?:(?<d>\d{{1,2}})\s?(?:st|nd|rd|th|er|\.?[º°o]|\.)?|(?<w>{Word}))\s+(?:day\s+of\s+|of\s+|de\s+)?(?<m>{Month})(?:\s?/\s?\p{{L}}+)?\.?"
        + @",?\s*(?:de\s+|del\s+|of\s+)?(?:b\.?\s?e\.?\s{1,2}\d{4}\s?\((?<y>\d{4})\)|(?<y>\d{4})\b)"
        + $@"|\b(?<m>{Month})\.?\s+(?<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?<y>\d{{4}})\b"
        + @"|\b(?<y>\d{4})\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?日|\b(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})\b"
        + @"|\b(?<d>\d{1,2})(?:\.\s?|[\s/-])(?<r>(?-i:IX|IV|VI{0,3}|I{1,3}|XI{0,2}))(?:\.\s?|[\s/-])(?<y>20\d{2})\b"
        + @"|\b(?<n1>\d{1,2})\s?(?:\.\s?(?<n2>\d{1,2})\s?\.|/\s?(?<n2>\d{1,2})\s?/|-\s?(?<n2>\d{1,2})\s?-)\s?(?<y>\d{4})\b",
        Phrases.Options | RegexOptions.NonBacktracking);

    private static readonly string Year =
        $@"(?:two\s{{1,3}}thousand\s{{1,3}}(?:and\s{{1,3}})?|deux\s{{1,3}}mil(?:le)?\s{{1,3}}|dos\s{{1,3}}mil\s{{1,3}})(?<yw>{string.Join('|', Years.Keys)})";

    private static readonly string DayAndMonth =
        $@"\b(?:(?<d>\d{{1,2}})(?:st|nd|rd|th|er|[º°])?|(?<w>{Word}))\s{{1,3}}(?:day\s{{1,3}}of\s{{1,3}}|of\s{{1,3}}|de\s{{1,3}})?(?<m>{Month})";

    private static readonly Regex WithYearInWords = new(
        $@"{DayAndMonth},?\s{{1,3}}(?:de\s{{1,3}}|in\s{{1,3}}the\s{{1,3}}year\s{{1,3}})?{Year}\b|\bl'an\s{{1,3}}{Year}\s{{1,3}}et\s{{1,3}}le\s{{1,3}}{DayAndMonth}\b",
        Phrases.Options);

    /// <summary>The dates of a stretch, in order.</summary>
    public static IEnumerable<DateHit> In(NoteText note, Span within) =>
        from match in InWords.Matches(note.Plain.Substring(within.Start, within.Length))
            .Concat(WithYearInWords.Matches(note.Plain.Substring(within.Start, within.Length))).OrderBy(m => m.Index)
        where !match.Groups["n1"].Success || Number(match, "n1") <= 12 || Number(match, "n2") <= 12
        select new DateHit(new(within.Start + match.Index, match.Length), Value(match));

    /// <summary>The date that a stretch begins with, after articles and commas; null where it begins with something else.</summary>
    public static DateHit? At(NoteText note, int index)
    {
        var gap = Gap().Match(note.Plain, index, Math.Min(30, note.Plain.Length - index));
        var start = index + gap.Length;
        return In(note, Span.Between(start, Math.Min(note.Plain.Length, start + 70))).FirstOrDefault(d => d.Span.Start == start);
    }

    /// <summary>The month of a name.</summary>
    public static int? MonthOf(string name) => Lexicon.Months.TryGetValue(name.TrimEnd('.'), out var month) ? month : null;

    /// <summary>The alternatives of months, for patterns.</summary>
    public static string MonthPattern => Month;

    /// <summary>A day, where there is such a day.</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= Earliest and <= Latest && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;

    private static DateOnly? Value(Match match)
    {
        var year = match.Groups["yw"].Success ? Years[match.Groups["yw"].Value] : Number(match, "y");
        if (!match.Groups["n1"].Success)
            return Day(
                year, match.Groups["r"].Success ? Array.IndexOf(Roman, match.Groups["r"].Value) + 1 : MonthOf(match.Groups["m"].Value) ?? Number(match, "m"),
                match.Groups["w"].Success ? InWord(match) : Number(match, "d"));
        var (first, second) = (Number(match, "n1"), Number(match, "n2"));
        // Day and month, or month and day: only one that leaves no choice is taken.
        var choices = new[] { Day(year, second, first), Day(year, first, second) }.Where(d => d is not null).Distinct().ToList();
        return choices.Count == 1 ? choices[0] : null;
    }

    private static int InWord(Match match) =>
        Lexicon.DaysInWords.GetValueOrDefault(
            string.Join(' ', match.Groups["w"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(
        @"\G[\s,:.]{0,20}(?:(?:the|le|el|du|del|la|veille,?|today,?|yesterday,?|hier,?|aujourd'hui,?|hoy,?|ayer,?)\s{1,40})?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
        + @"|lunes|martes|miercoles|jueves|viernes|sabado|domingo)?[\s,]{0,10}(?:(?:the|le|el)\s{1,40})?", RegexOptions.IgnoreCase)]
    private static partial Regex Gap();
}
