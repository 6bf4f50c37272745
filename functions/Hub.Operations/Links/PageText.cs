using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Register.Laws;
using Hub.Register.Text;

namespace Hub.Operations.Links;

/// <summary>What a page says, as far as it takes to know it again: its letters. Figures and marks change with every visit.</summary>
/// <param name="Fingerprint">SHA-256 of its letters, lower-case hexadecimal; of a file, of its bytes.</param>
/// <param name="Letters">How many there are.</param>
/// <param name="HasTitle">Whether the title of the law is among them.</param>
public sealed partial record PageText(string Fingerprint, int Letters, bool HasTitle)
{
    // So much of a title says which law it is.
    private const int LettersOfTitle = 30;

    /// <summary>Reads a page.</summary>
    public static PageText Of(LinkAnswer.Found found, LawContent law)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(law);
        if (!found.IsText)
            return new(Hash(found.Content.Span), found.Content.Length, false);
        var letters = LettersOf(Tags().Replace(Unseen().Replace(Encoding.UTF8.GetString(found.Content.Span), " "), " "));
        var title = LettersOf(law.TitleOriginal);
        return new(
            Hash(Encoding.UTF8.GetBytes(letters)), letters.Length,
            letters.Contains(title[..Math.Min(title.Length, LettersOfTitle)], StringComparison.Ordinal));
    }

    private static string LettersOf(string text) =>
        string.Concat(SafeText.Composed(text).EnumerateRunes().Where(Rune.IsLetter).Select(Rune.ToLowerInvariant));

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    [GeneratedRegex("<script[^>]*>[^<]*|<style[^>]*>[^<]*|<!--[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
