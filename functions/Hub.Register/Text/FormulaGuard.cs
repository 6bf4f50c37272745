using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Register.Text;

/// <summary>
/// Keeps spreadsheets from taking a text in comma-separated values for a formula: an apostrophe before it says that it is a text. In a
/// workbook the type of the cell says so, and nothing is put before it.
/// </summary>
public static partial class FormulaGuard
{
    /// <summary>A text as a cell may hold it.</summary>
    public static string Guarded(string text) => IsRisky(text) ? $"'{text}" : text;

    /// <summary>The text of a guarded cell.</summary>
    public static string Unguarded(string cell) => cell is ['\'', ..] && IsRisky(cell[1..]) ? cell[1..] : cell;

    // A minus with a digit after it begins a sum as well as a number does; of what begins with a sign only a telephone number is let be.
    private static bool IsRisky(string text) => Begins(text) && !TelephoneNumber().IsMatch(text);

    // Blanks, and what is not seen, are passed over: some programs take them away first. A tabulator may end the cell.
    private static bool Begins(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value is '\t' or '\r' || IsSign(rune))
                return true;
            else if (!Rune.IsWhiteSpace(rune) && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format)
                return false;
        return false;
    }

    // As on a keyboard, in full width, and in the small forms of Unicode.
    private static bool IsSign(Rune rune) => rune.Value
        is '=' or '+' or '-' or '@' or 0xFF1D or 0xFF0B or 0xFF0D or 0xFF20 or 0x2212 or 0xFE62 or 0xFE63 or 0xFE66 or 0xFE6B;

    [GeneratedRegex(@"^\+[0-9](?: ?[0-9]){3,18}(?:;ext=[0-9]{1,11})?\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex TelephoneNumber();
}
