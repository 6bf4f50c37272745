using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Intake.Translation;

/// <summary>
/// What must stand in a translation as it stands in the original, whatever the language: addresses and long numbers (V21).
/// </summary>
public static partial class TranslationCheck
{
    private const int MostTold = 20;
    private const int MostCompared = 1000;

    /// <summary>The addresses and long numbers of a text, each once; the first thousand of a long table.</summary>
    public static IReadOnlyList<string> Facts(string text) =>
    [
        .. Addresses().Matches(text).Concat(Numbers().Matches(Digits(text))).Select(m => m.Value)
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(MostCompared),
    ];

    /// <summary>What the original has and the translation lacks.</summary>
    public static IReadOnlyList<string> Missing(string original, string translation)
    {
        // Numbers may be grouped in another way: "1 000" and "1,000", "+999 1 555 0100" and "+99915550100".
        var (digits, text) = (string.Concat(Digits(translation).Where(char.IsAsciiDigit)), translation.ToUpperInvariant());
        bool Has(string fact) => fact.Contains('@', StringComparison.Ordinal)
            ? text.Contains(fact.ToUpperInvariant(), StringComparison.Ordinal)
            : digits.Contains(fact, StringComparison.Ordinal);
        return [.. Facts(original).Where(f => !Has(f)).Take(MostTold)];
    }

    private static string Digits(string text) => string.Concat(text.Select(c =>
        char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)char.GetNumericValue(c)) : c));

    [GeneratedRegex(@"[0-9]{4,40}")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,8}", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
