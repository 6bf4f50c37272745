using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Layout;

/// <summary>Finds the lines that head what stands below them: "I. Extradition (article 16)", and an office below.</summary>
internal static partial class Headings
{
    private const int Longest = 90;
    private const int MostBetween = 2;

    /// <summary>The heading right above a line, or above the blank line above it; null where there is none.</summary>
    public static Span? Above(NoteText note, int lineStart)
    {
        var at = lineStart;
        for (var lines = 0; lines < MostBetween && at > note.Body.Start; lines++)
        {
            var line = note.LineAt(at - 1);
            at = line.Start;
            if (!note.Plain.AsSpan(line.Start, line.Length).IsWhiteSpace())
                return IsHeading(note.Plain[line.Start..line.End]) ? line : null;
        }
        return null;
    }

    // A number or a letter, or an article, and neither the end of a sentence nor a value.
    private static bool IsHeading(string line) =>
        line.Length < Longest && Begin().IsMatch(line) && line.AsSpan().TrimEnd() is not [.., '.' or ',' or ';'] && !Value().IsMatch(line);

    [GeneratedRegex(
        @"^\s{0,12}(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]{1,2}\s|[-•*§]\s|(?:article|articulo|art\.|matter|matiere|materia|part|partie|parte|section|seccion)\s)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Begin();

    [GeneratedRegex(@"@|\+\s?\d|\p{L}\s?:\s{0,40}\S|\.{3}|\t|\|")]
    private static partial Regex Value();
}
