using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The last day of one and the first of another: two days that follow each other, whatever the words beside them.</summary>
/// <param name="Last">The last day.</param>
/// <param name="First">The first day.</param>
internal sealed partial record HandOver(DateHit Last, DateHit First)
{
    private static readonly Dictionary<string, int> Counts = new[]
    {
        (7, "seven sept siete"), (8, "eight huit ocho"), (10, "ten dix diez"), (14, "fourteen quatorze catorce"), (15, "fifteen quinze quince"),
        (20, "twenty vingt veinte"), (21, "twenty-one vingt-et-un veintiun"), (30, "thirty trente treinta"), (45, "forty-five quarante-cinq"),
        (60, "sixty soixante sesenta"), (90, "ninety quatre-vingt-dix noventa"),
    }.SelectMany(c => c.Item2.Split(' ').Select(w => (Word: w, Count: c.Item1)))
        .ToDictionary(c => c.Word, c => c.Count, StringComparer.OrdinalIgnoreCase);

    /// <summary>The only two days of a note that follow each other, but for the one it was written on.</summary>
    public static HandOver? In(NoteText note, DateHit? written)
    {
        var days = Dates.In(note, note.Body)
            .Where(d => d.Value is not null && d.Span != written?.Span && !NoteDates.IsPlaced(note, d)).DistinctBy(d => d.Value).ToList();
        var pairs = days.SelectMany(a => days.Where(b => a.Value!.Value.AddDays(1) == b.Value).Select(b => new HandOver(a, b))).ToList();
        return pairs.Count == 1 ? pairs[0] : null;
    }

    /// <summary>"Thirty days after the date of this note".</summary>
    public static DateHit? DaysAfter(NoteText note, DateHit? written)
    {
        if (written?.Value is not { } day || Later().Match(note.Plain, note.Body.Start, note.Body.Length) is not { Success: true } match)
            return null;
        var count = match.Groups["n"].Value;
        return Counts.TryGetValue(count, out var days) || int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out days)
            ? new(new(match.Index, match.Length), day.AddDays(days)) : null;
    }

    /// <summary>"The day before".</summary>
    public static Span? DayBefore(NoteText note) => In(note, Eve());

    /// <summary>"The following day".</summary>
    public static Span? NextDay(NoteText note) => In(note, Morrow());

    private static Span? In(NoteText note, Regex words) =>
        words.Match(note.Plain[note.Body.Start..note.Body.End]) is { Success: true } match
            ? new(note.Body.Start + match.Index, match.Length) : null;

    [GeneratedRegex(
        @"\b(?<n>\d{1,3}|[a-z-]{3,20})\s{1,3}(?:(?:calendar\s)?days\s{1,3}(?:after|from|following)\s{1,3}the\s{1,3}date\s{1,3}of\s{1,3}(?:this|the\s{1,3}present)"
        + @"|jours\s{1,3}(?:apres|a\s{1,3}compter\s{1,3}de|suivant)\s{1,3}la\s{1,3}date\s{1,3}de\s{1,3}(?:la\s{1,3}presente|cette)"
        + @"|dias\s{1,3}(?:despues\s{1,3}de|de|desde|a\s{1,3}contar\s{1,3}de|a\s{1,3}partir\s{1,3}de|siguientes\s{1,3}a)\s{1,3}la\s{1,3}fecha\s{1,3}de\s{1,3}(?:la\s{1,3}presente|esta))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Later();

    [GeneratedRegex(
        @"\b(?:the (?:day before|previous day|preceding day|eve)|la veille|le jour (?:precedent|d'avant)|la vispera|el dia (?:anterior|previo))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Eve();

    [GeneratedRegex(
        @"\b(?:the (?:day after|following day|next day|day following)|le lendemain|le jour suivant|(?:el|al) dia siguiente)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Morrow();
}
