using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Finds what stands behind a label on a line of its own.</summary>
internal static class Labelled
{
    private const int Longest = 120;

    /// <summary>The words behind the label; null where there is none.</summary>
    public static Found<string>? In(NoteText note, Concept label)
    {
        foreach (var span in note.All(label, note.Body))
        {
            var line = note.LineAt(span.Start);
            var rest = note.Plain[span.End..line.End].TrimStart();
            if (note.Plain[line.Start..span.Start].Trim().Length > 0 || !rest.StartsWith(':') || rest.Any(c => c is '@' or '+'))
                continue;
            var value = Span.Between(line.End - rest.Length + 1, line.End);
            if (note.Words(value) is { Length: > 2 and < Longest } words)
                return new(words, value, 0.8);
        }
        return null;
    }
}
