using System.Text;
using Hub.Register.Problems;
using Hub.Register.Text;

namespace Hub.Pages.Rendering;

/// <summary>Tables for programs: RFC 4180, UTF-8; several values in a field stand on lines of their own.</summary>
public static class CsvTable
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8; header=present";

    /// <summary>The bytes of a table.</summary>
    public static byte[] Write(IEnumerable<string> head, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. head]))
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string value) =>
        $"\"{FormulaGuard.Guarded(WritableText.Of(value)).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
