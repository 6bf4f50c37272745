using System.Globalization;
using System.Text;

namespace Hub.Register.Text;

/// <summary>
/// Brings texts of strangers into Unicode's normal forms. <see cref="string.Normalize(NormalizationForm)"/> throws on half characters and
/// on U+FFFE, and takes minutes over a heap of accents; this does neither, and nothing else in the hub may call it (a test sees to that).
/// </summary>
public static class SafeText
{
    /// <summary>Marks on one letter at most (UAX #15, Stream-Safe Text Format): no script needs more.</summary>
    public const int MostMarks = 30;

    /// <summary>The composed form (NFC), in which the hub keeps texts.</summary>
    public static string Composed(string text) => Normal(text, NormalizationForm.FormC);

    /// <summary>The decomposed form (NFD): letters and their marks apart.</summary>
    public static string Decomposed(string text) => Normal(text, NormalizationForm.FormD);

    /// <summary>The decomposed form without differences of width and shape (NFKD), for comparing.</summary>
    public static string Simplified(string text) => Normal(text, NormalizationForm.FormKD);

    /// <summary>A text with a replacement for what is no character, and no more than <see cref="MostMarks"/> on a letter.</summary>
    public static string Whole(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var whole = new StringBuilder(text.Length);
        var marks = 0;
        // Half a surrogate pair comes out of this as the replacement character.
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
                whole.Append(IsNoncharacter(rune) ? "\uFFFD" : rune.ToString());
        }
        return whole.ToString();
    }

    /// <summary>Whether it is one of the 66 code points that will never be characters.</summary>
    internal static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Whether it stands on the letter before it.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static string Normal(string text, NormalizationForm form) => Ascii.IsValid(text) ? text : Whole(text).Normalize(form);
}
