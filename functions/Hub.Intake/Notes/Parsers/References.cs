using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The reference that an office gave its note: at the head, at the foot, else in the subject of its mail.</summary>
internal static partial class References
{
    /// <summary>The reference in a note.</summary>
    public static Found<string>? In(NoteText note)
    {
        var regions = new[] { note.Head, note.Foot };
        return regions.SelectMany(r => Labelled(note, r)).FirstOrDefault() ?? regions.SelectMany(r => Bare(note, r)).FirstOrDefault();
    }

    /// <summary>The reference in the subject of a mail.</summary>
    public static string? InSubject(string subject, Lexicon lexicon)
    {
        var note = NoteText.Of(subject, lexicon);
        return (Labelled(note, note.Whole).FirstOrDefault() ?? Bare(note, note.Whole).FirstOrDefault())?.Value;
    }

    private static IEnumerable<Found<string>> Labelled(NoteText note, Span region)
    {
        foreach (var label in note.All(Concept.ReferenceLabel, region))
        {
            var token = Token().Match(note.Plain, label.End, Math.Min(60, note.Plain.Length - label.End));
            if (!token.Success || IsTheirs(note, label.Start) || Unlikely().IsMatch(token.Groups[1].Value))
                continue;
            var found = token.Groups[1];
            yield return new(Trimmed(found.Value), label.With(new(found.Index, Trimmed(found.Value).Length)));
        }
    }

    // What stands for itself at the edge of a line, built as references are.
    private static IEnumerable<Found<string>> Bare(NoteText note, Span region) =>
        from match in Alone().Matches(note.Plain[region.Start..region.End])
        let token = match.Groups[1]
        where !Unlikely().IsMatch(token.Value)
        select new Found<string>(token.Value, new(region.Start + token.Index, token.Length), 0.8);

    private static bool IsTheirs(NoteText note, int index) => note.Has(Concept.TheirReference, note.LineAt(index));

    private static string Trimmed(string token) => token.TrimEnd('.', '-', '/');

    [GeneratedRegex(@"\G\.?\s*:?\s*([\p{L}\d][\p{L}\d]*(?:[./\-][\p{L}\d]+)*)")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?:^|\n|[ \t]{2,}|[-,][ \t])[ \t]*((?=[\p{L}\d./\-]*\d)[\p{Lu}\d]+(?:[/\-][\p{L}\d]+)+)[ \t]*(?=\n|$|[ \t]{2,})")]
    private static partial Regex Alone();

    // No digit at all, a date, or a telephone number.
    [GeneratedRegex(@"^\D*$|^\d{1,2}[./-]\d{1,2}[./-]\d{4}$|^\d{4}-\d{2}-\d{2}$|^\+?999", RegexOptions.NonBacktracking)]
    private static partial Regex Unlikely();
}
