using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Core.Documents.Translation;

/// <summary>What must stand in a translation as it stands in the original, whatever the language: addresses and long numbers (V21).</summary>
public static partial class TranslationCheck
{
    private const int MostTold = 20;

    /// <summary>What the original has and the translation lacks.</summary>
    public static IReadOnlyList<string> Missing(string original, string translation)
    {
        // Numbers may be grouped in another way: "1 000" and "1,000", "+999 1 555 0100" and "+99915550100".
        var (digits, text) = (string.Concat(Digits(translation).Where(char.IsAsciiDigit)), translation.ToUpperInvariant());
        var numbers = Numbers().Matches(Digits(original)).Select(m => m.Value).Where(n => !digits.Contains(n, StringComparison.Ordinal));
        var addresses = Addresses().Matches(original).Select(m => m.Value).Where(a => !text.Contains(a.ToUpperInvariant(), StringComparison.Ordinal));
        return [.. addresses.Concat(numbers).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostTold)];
    }

    private static string Digits(string text) => string.Concat(text.Select(c =>
        char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)char.GetNumericValue(c)) : c));

    [GeneratedRegex(@"\d{4,}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63})+")]
    private static partial Regex Addresses();
}
