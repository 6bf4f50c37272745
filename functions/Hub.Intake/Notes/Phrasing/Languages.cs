using System.Text.RegularExpressions;
using Hub.Intake.Files.Text;
using Hub.Register.States;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>Tells a note that says the same in two languages, one below the other.</summary>
internal static partial class Languages
{
    private const int LeastLetters = 120;

    /// <summary>
    /// The part in the second language; null where the text has one language only, the parts alternate, or notes in the first language are
    /// not read.
    /// </summary>
    public static Span? Second(string text)
    {
        if (text.Length < 2 * LeastLetters)
            return null;
        var (first, second) = ((Language?)null, (Span?)null);
        foreach (Match paragraph in Paragraph().Matches(text))
        {
            if (paragraph.Length < LeastLetters || LanguageDetector.Of(paragraph.Value).Language is not { } language)
                continue;
            first ??= language;
            if (language == first && second is not null)
                return null;
            if (language != first)
                second = new Span(paragraph.Index, paragraph.Length) is var part && second is { } begun ? begun.With(part) : part;
        }
        return Lexicon.Of(first) is null || second is not { } other || SaysMore(text, other) ? null : second;
    }

    // A number or an address that only the second part has: it is no translation of the first.
    private static bool SaysMore(string text, Span second)
    {
        var before = text[..second.Start];
        return Facts().Matches(text[second.Start..second.End])
            .Any(m => !before.Contains(m.Value, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\S{1,64}@[\w.-]{1,100}\w|\+\d[\d ]{5,20}\d", RegexOptions.NonBacktracking)]
    private static partial Regex Facts();

    [GeneratedRegex(@"[^\n]+(?:\n[^\n]+)*", RegexOptions.NonBacktracking)]
    private static partial Regex Paragraph();
}
