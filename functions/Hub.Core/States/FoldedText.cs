using System.Globalization;
using System.Text;

namespace Hub.Core.States;

/// <summary>
/// Names as they are compared: case, accents, surplus spaces, the shape of an apostrophe, an ampersand do not make another.
/// </summary>
public static class FoldedText
{
    /// <summary>With fewer letters, only whole names are looked for: a part so short is in half of all names.</summary>
    public const int LeastToSearch = 2;

    /// <summary>A name without what makes no difference.</summary>
    public static string Of(string text)
    {
        var plain = text.Replace('’', '\'').Replace("&", "and", StringComparison.Ordinal);
        var letters = plain.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Join(' ', string.Concat(letters).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }
}
