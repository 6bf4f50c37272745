using System.Text;

namespace Hub.Register.Text;

/// <summary>
/// Names as they are compared: case, accents, the width of letters, spaces, punctuation and an ampersand do not make another name. A
/// typewriter has no other apostrophes and dashes than its own.
/// </summary>
public static class FoldedText
{
    /// <summary>With fewer letters, only whole names are looked for: a part so short is in half of all names.</summary>
    public const int LeastToSearch = 2;

    /// <summary>No name is longer; what is longer is none.</summary>
    public const int Longest = 200;

    /// <summary>A name without what makes no difference; empty where it is none.</summary>
    public static string Of(string text) => text.Length > Longest ? "" : string.Join(' ', Words(text));

    /// <summary>The words of a text of any length, without what makes no difference.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var rune in SafeText.Simplified(text.Replace("&", " and ", StringComparison.Ordinal)).EnumerateRunes())
            if (!SafeText.IsMark(rune))
                folded.Append(IsLetter(rune) ? rune.ToString() : " ");
        // The dotless i of Turkish is a letter of its own to Unicode, and none on other keyboards.
        return folded.ToString().ToUpperInvariant().Replace('ı', 'I').Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // Apostrophes that Unicode counts among the letters.
    private static bool IsLetter(Rune rune) => Rune.IsLetterOrDigit(rune) && rune.Value is not (>= 0x02B9 and <= 0x02BF);
}
