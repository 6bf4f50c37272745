using System.Text.RegularExpressions;

namespace Hub.Intake.Translation;

/// <summary>
/// How translations say that they are one: a line of their own near the top (ST/DCS/4/Rev.1: "Translated from …"), or their file's name.
/// </summary>
internal static partial class TranslationMark
{
    private const int Top = 1000;

    /// <summary>Whether a document calls itself a translation.</summary>
    public static bool Marks(string name, string text) => Names().IsMatch(name) || Lines().IsMatch(text[..Math.Min(text.Length, Top)]);

    [GeneratedRegex(@"translat|traduction|traducci[oó]n|перевод|ترجمة|译文|翻译|譯文", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Names();

    // A sentence that speaks of a translation is longer than a mark.
    [GeneratedRegex(
        @"^[\s(\[（【*_—-]*(?:(?:(?:un)?official|courtesy|certified)\s+translation|translated\s+from|translation\s+from"
        + @"|traduction\s+(?:non\s+officielle|officielle|de\s+courtoisie|certifi[ée]e)|traduit\s+d[eu]"
        + @"|traducci[oó]n\s+(?:no\s+oficial|oficial|de\s+cortes[ií]a)|traducido\s+del?"
        + @"|(?:не)?официальный\s+перевод|перевод\s+с|ترجمة\s+(?:غير\s+)?رسمية|مترجم\s+(?:عن|من)"
        + @"|(?:非)?正式译文|非正式翻译|译自|翻译自).{0,40}$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Lines();
}
