using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Lines that stand under each other: a name and an address set apart from the running text.</summary>
internal static partial class Blocks
{
    private const int MostLines = 8;

    /// <summary>The lines from a place on: to a blank line, a label, a number, an address of mail, or running text.</summary>
    public static IReadOnlyList<Span> At(NoteText note, int index)
    {
        var lines = new List<Span>();
        for (var at = FirstLine(note, index); at < note.Body.End && lines.Count < MostLines;)
        {
            var line = note.LineAt(at);
            var text = Content(note, Span.Between(at, line.End));
            if (text.Length > 0)
                lines.Add(text);
            if (text.Length == 0 || text.End < Trimmed(note, Span.Between(at, line.End)).End)
                return lines;
            at = line.End + 1;
        }
        return lines;
    }

    // What follows on the same line is running text.
    private static int FirstLine(NoteText note, int index)
    {
        var blank = Blank().Match(note.Plain, index);
        return blank.Success && blank.Value.Contains('\n', StringComparison.Ordinal) ? index + blank.Length : note.Plain.Length;
    }

    // The part of a line that is name or address.
    private static Span Content(NoteText note, Span line)
    {
        line = Trimmed(note, line);
        var text = note.Plain[line.Start..line.End];
        var stop = Stop().Match(text);
        var part = Trimmed(note, new(line.Start, stop.Success ? stop.Index : line.Length));
        return part.Length > 0 && (IsLabel(note, part) || Sentence().IsMatch(text)) ? new(part.Start, 0) : part;
    }

    private static bool IsLabel(NoteText note, Span part) =>
        new[] { Concept.PhoneLabel, Concept.FaxLabel, Concept.EmailLabel, Concept.HoursLabel, Concept.LanguagesLabel, Concept.WebsiteLabel }
            .Any(c => note.Lexicon[c].AtStart(note.Plain, part) > 0);

    private static Span Trimmed(NoteText note, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(note.Plain[start]) || note.Plain[start] is '-' or '•'))
            start++;
        while (end > start && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is ',' or ';' or '.'))
            end--;
        return Span.Between(start, end);
    }

    [GeneratedRegex(@"\G[ \t]{0,40}:?\s{0,40}")]
    private static partial Regex Blank();

    [GeneratedRegex(
        @";|\s{3,}|\S*@|\+\s?\d|\b(?:tel|tel|fax|phone|telephone|telefono)\b|https?:|^\s*[\p{L}\-/. ]{2,40}\s?:",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Stop();

    [GeneratedRegex(
        @"^\s*(?:the|la|le|les|el|los|las|all|requests?)\s.{40,}|.{90,}|\w{3,}\.\s+\p{Lu}\w+\s.*\.",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Sentence();
}
