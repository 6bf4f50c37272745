using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Finds temporary situations: what, from when to when.</summary>
internal static class Temporary
{
    private const int Longest = 366;

    private static readonly (Concept Concept, string Kind)[] Kinds =
    [
        (Concept.Strike, "STRIKE"), (Concept.LineDown, "LINE_DOWN"), (Concept.Holiday, "HOLIDAY"), (Concept.Relocation, "RELOCATION"),
        (Concept.Closure, "CLOSURE"),
    ];

    // What may be going on in a country without an authority's being closed.
    private static readonly Concept[] Elsewhere = [Concept.Strike, Concept.Holiday, Concept.Emergency];

    private static readonly string Weekday = $@"(?:(?:{string.Join('|', Lexicon.Weekdays.Keys.Select(Regex.Escape))}),?\s+)?";

    // "From 4 to 15 August 2025": the first day takes month and year from the last.
    private static readonly Regex Range = new(
        @"\b(?:from|between|since|du|depuis\s+le|entre\s+le|desde\s+el|del|entre\s+el)\s+(?:the\s+)?"
        + Weekday + @"(?<d>\d{1,2})(?:st|nd|rd|th|er|\.?[º°])?"
        + $@"(?:\s+(?:de\s+)?(?<m>{Dates.MonthPattern})\.?)?(?:,?\s+(?:de\s+|del\s+)?(?<y>\d{{4}}))?"
        + @"\s+(?:to|until|till|through|and|au|jusqu'au|et\s+le|hasta\s+el|al|y\s+el)\s+(?:the\s+)?" + Weekday,
        Phrases.Options | RegexOptions.NonBacktracking);

    /// <summary>The situation; null where none is described with its days.</summary>
    /// <param name="note">The note.</param>
    /// <param name="offices">Where it names an office: a strike of others is none of theirs.</param>
    /// <param name="hasAddress">Whether a stretch says where an office is: from one day to another, it is there for a time.</param>
    public static Found<TemporaryNotice>? In(NoteText note, IReadOnlyCollection<Span> offices, Func<Span, bool> hasAddress)
    {
        foreach (var sentence in note.Sentences(note.Body).Where(s => IsOf(note, offices, s)))
            if (note.Has(Concept.Temporary, sentence) || note.Has(Concept.Emergency, sentence)
                || Kinds.Any(k => note.Has(k.Concept, sentence)) || (offices.Any(sentence.Holds) && hasAddress(sentence)))
                if ((Days(note, sentence) ?? TwoDays(note, sentence)) is var (from, to))
                    return new(new(KindOf(note, sentence, hasAddress), note.Words(sentence), from, to), sentence, 0.85);
        return Labelled(note, offices);
    }

    // "Start: 1 October. End: 9 October.", beside a line that says what is so.
    private static Found<TemporaryNotice>? Labelled(NoteText note, IReadOnlyCollection<Span> offices)
    {
        var (first, last) = (Behind(note, Concept.BeginLabel), Behind(note, Concept.EndLabel));
        var said = note.Sentences(note.Body).Where(s => IsOf(note, offices, s) && KindOf(note, s, _ => false) != Other).Take(1).ToList();
        return first is { } from && last is { } to && from <= to && to.DayNumber - from.DayNumber < Longest && said is [var what]
            ? new(new(KindOf(note, what, _ => false), note.Words(what), from, to), what, 0.8)
            : null;
    }

    private static DateOnly? Behind(NoteText note, Concept label) => (
        from span in note.All(label, note.Body)
        let line = note.LineAt(span.End - 1)
        where line.Start <= span.Start
        where span.Start - line.Start < LongestNumber && IsNumbering(note.Plain[line.Start..span.Start])
        let mark = note.Plain.AsSpan(span.End, line.End - span.End).IndexOfAny(':', '?')
        where mark is >= 0 and < LongestNumber
        select Dates.At(note, span.End + mark + 1)?.Value).FirstOrDefault(d => d is not null);

    private static bool IsNumbering(string text) => !text.AsSpan().ContainsAnyExcept(Numbering);

    private const int LongestNumber = 8;

    private static readonly SearchValues<char> Numbering = SearchValues.Create(" \t0123456789.()*•-–abcdefABCDEF");

    private static bool IsOf(NoteText note, IReadOnlyCollection<Span> offices, Span sentence) =>
        offices.Any(sentence.Holds) || !Elsewhere.Any(c => note.Has(c, sentence));

    private static string KindOf(NoteText note, Span sentence, Func<Span, bool> hasAddress) =>
        Kinds.FirstOrDefault(k => note.Has(k.Concept, sentence)).Kind
        ?? (hasAddress(sentence) ? "RELOCATION" : note.Has(Concept.Emergency, sentence) ? "EMERGENCY" : Other);

    private const string Other = "OTHER";

    // "Since 1 February …, until 15 February": the only two days of the sentence. Of two that follow each other, one may be the last of
    // somebody, and the other the first of another.
    private static (DateOnly From, DateOnly To)? TwoDays(NoteText note, Span sentence) =>
        Dates.In(note, sentence).Select(d => d.Value).OfType<DateOnly>().Distinct().Order().ToList() is [var from, var to]
        && note.Has(Concept.UpTo, sentence) && to.DayNumber - from.DayNumber is > 1 and < Longest ? (from, to) : null;

    private static (DateOnly From, DateOnly To)? Days(NoteText note, Span sentence)
    {
        foreach (Match match in Range.Matches(note.Plain[sentence.Start..sentence.End]))
        {
            if (Dates.At(note, sentence.Start + match.Index + match.Length)?.Value is not { } to)
                continue;
            var month = match.Groups["m"].Success ? Dates.MonthOf(match.Groups["m"].Value) ?? 0 : to.Month;
            var year = match.Groups["y"].Success ? int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture) : to.Year;
            if (Dates.Day(year, month, int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture)) is { } from && from <= to)
                return (from, to);
        }
        return null;
    }
}
