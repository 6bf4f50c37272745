using System.Globalization;

namespace Hub.Register.Lookup;

/// <summary>Which texts are languages (BCP 47).</summary>
public static class LanguageTags
{
    private static readonly HashSet<string> Known = new(
        CultureInfo.GetCultures(CultureTypes.NeutralCultures).Where(c => c.Name.Length > 0)
            .SelectMany(c => new[] { c.TwoLetterISOLanguageName, c.ThreeLetterISOLanguageName }),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The languages that have a tag of two letters, which are those of notes, in the order of their tags.</summary>
    public static IReadOnlyList<string> Short { get; } = [.. Known.Where(t => t.Length == 2).Order(StringComparer.Ordinal)];

    /// <summary>Whether the language of a tag is one that Unicode's data know.</summary>
    public static bool IsKnown(string tag) => tag.Length <= 35
        && tag.Split('-') is [var language, ..] parts && parts.All(p => p.Length is > 0 and <= 8 && p.All(char.IsAsciiLetterOrDigit))
        && Known.Contains(language);
}
