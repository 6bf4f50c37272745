using System.Text;

namespace Hub.Pages.Rendering;

/// <summary>Tables for programs: RFC 4180, UTF-8; several values in a field stand on lines of their own.</summary>
internal static class CsvTable
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

    // A spreadsheet takes what begins like this for a formula; what a State wrote must never be one. Telephone numbers begin with + and
    // a digit.
    private static string Cell(string value)
    {
        var risky = value is ['=' or '@' or '\t' or '\r', ..] or ['+' or '-', not (>= '0' and <= '9'), ..];
        return $"\"{(risky ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
