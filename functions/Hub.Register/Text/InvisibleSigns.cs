using System.Text;

namespace Hub.Register.Text;

/// <summary>
/// Signs that take no place on a page (Unicode's Default_Ignorable_Code_Point, and blanks that count as letters). Some steer how letters
/// are joined and where a line breaks, and come along with copied text; others have no use in a text that people read.
/// </summary>
public static class InvisibleSigns
{
    /// <summary>The first sign of a text that no reader needs; null where there is none.</summary>
    public static Rune? FirstUseless(string text) => First(text, IsUseless);

    /// <summary>The first invisible sign of a text in which nothing can be seen; null where something can, or it is blank.</summary>
    public static Rune? OnlyInvisible(string text) =>
        text.EnumerateRunes().All(r => Rune.IsWhiteSpace(r) || IsInvisible(r)) ? First(text, IsInvisible) : null;

    /// <summary>A text without marks of where a word may break, which programs leave behind.</summary>
    public static string WithoutBreaks(string text) => string.Concat(text.Where(c => !IsBreak(c)));

    private static Rune? First(string text, Func<Rune, bool> isOne)
    {
        foreach (var rune in text.EnumerateRunes())
            if (isOne(rune))
                return rune;
        return null;
    }

    private static bool IsBreak(int sign) => sign is 0x00AD or 0x200B or 0x2060 or 0xFEFF;

    private static bool IsInvisible(Rune rune) => IsUseless(rune) || IsBreak(rune.Value)
        || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;

    // Tags, fillers, the blank of Braille, joiners of marks, signs of mathematics and music that show nothing, and what is kept in reserve.
    private static bool IsUseless(Rune rune) => rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0x2061 and <= 0x2065) or (>= 0x206A and <= 0x206F) or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3)
        or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE00FF) or (>= 0xE01F0 and <= 0xE0FFF);
}
