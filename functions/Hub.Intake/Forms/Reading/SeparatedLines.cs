using System.Text;
using Hub.Intake.Files.Unpacking;
using Hub.Notices;
using Hub.Register.Text;

namespace Hub.Intake.Forms.Reading;

/// <summary>The records of comma-separated values (RFC 4180), whichever sign a spreadsheet of that country separates them by.</summary>
internal static class SeparatedLines
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<FormLine> Read(string text, string file)
    {
        var said = SeparatorLine.Of(text);
        var separator = said?.Separator ?? Separator(text);
        var lines = new List<FormLine>();
        var at = said?.Rows ?? (text.StartsWith('\uFEFF') ? 1 : 0);
        for (var row = said is null ? 1 : 2; at < text.Length && row <= FormLine.Most; row++)
        {
            var place = new FormPlace(file) { Row = row };
            var cells = Record(text, separator, ref at).Select(c => new FormCell(FormulaGuard.Unguarded(FormLine.Trimmed(c)), place)).ToList();
            if (cells.Any(c => !c.IsEmpty))
                lines.Add(new(cells));
        }
        return lines;
    }

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(s => first.Count(c => c == s));
    }

    private static List<string> Record(string text, char separator, ref int at)
    {
        var cells = new List<string>();
        while (true)
        {
            cells.Add(at < text.Length && text[at] == '"' ? Quoted(text, separator, ref at) : Plain(text, separator, ref at));
            if (at >= text.Length || text[at] != separator)
                break;
            at++;
        }
        at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
        return cells;
    }

    private static string Plain(string text, char separator, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            at++;
        return text[start..at];
    }

    private static string Quoted(string text, char separator, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
                cell.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"')
                cell.Append(text[at++]);
            else
                break;
        }
        // One that is never closed takes all that follows.
        if (at < text.Length)
            at++;
        return cell.Append(Plain(text, separator, ref at)).ToString();
    }
}
