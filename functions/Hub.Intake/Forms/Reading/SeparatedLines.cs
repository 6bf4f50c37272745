using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
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
        var at = said?.Rows ?? (text.StartsWith('\uFEFF') ? 1 : 0);
        using var table = new CsvParser(new StringReader(text[at..]), Format(said?.Separator ?? Separator(text)));
        var lines = new List<FormLine>();
        for (var row = said is null ? 1 : 2; row <= FormLine.Most && table.Read(); row++)
        {
            var place = new FormPlace(file) { Row = row };
            var cells = table.Record!.Select(c => new FormCell(FormulaGuard.Unguarded(FormLine.Trimmed(c)), place)).ToList();
            if (cells.Any(c => !c.IsEmpty))
                lines.Add(new(cells));
        }
        return lines;
    }

    // Quotation marks where RFC 4180 has none are taken as they stand: a form filled by hand is read, not turned away.
    private static CsvConfiguration Format(char separator) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(), BadDataFound = null, IgnoreBlankLines = false,
    };

    private static char Separator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        return ",;\t".MaxBy(s => first.Count(c => c == s));
    }
}
