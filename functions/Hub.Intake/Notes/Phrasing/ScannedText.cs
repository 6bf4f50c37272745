using System.Text.RegularExpressions;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>A text in which a scan took letters for digits ("Missi0n", "designat1on"): character by character the same places.</summary>
internal static partial class ScannedText
{
    // A few such words may be names of rooms and files.
    private const int Fewest = 5;
    private const string Vowels = "aeiouyAEIOUY";

    /// <summary>The text with its letters; as it is, where it does not look like a scan.</summary>
    public static string Of(string text)
    {
        var words = Word().Matches(text);
        if (words.Count < Fewest)
            return text;
        var letters = text.ToCharArray();
        foreach (Match word in words)
            for (var i = word.Index; i < word.Index + word.Length; i++)
                letters[i] = Letter(text, i, word.Index + word.Length);
        return new(letters);
    }

    private static char Letter(string text, int i, int end) => text[i] switch
    {
        '0' => IsUpper(text, i) ? 'O' : 'o',
        '5' => IsUpper(text, i) ? 'S' : 's',
        '1' when IsUpper(text, i) => 'I',
        // Between two consonants, or before a vowel, it is the vowel that is missing; behind one, and at the end, it is not.
        '1' => i + 1 == end || text[i + 1] == 'i' || text[i + 1] == '1' || Vowels.Contains(text[i - 1], StringComparison.Ordinal) ? 'l' : 'i',
        var other => other,
    };

    private static bool IsUpper(string text, int i) =>
        (i > 0 && char.IsUpper(text[i - 1])) || (i + 1 < text.Length && char.IsUpper(text[i + 1]));

    // Letters, with a digit or two between or behind them; none of an address of mail, a reference or an extension.
    [GeneratedRegex(
        @"(?<![\p{L}\d@./+\-])(?:\p{L}{1,30}[015]{1,2}\p{L}{1,30}(?:[015]\p{L}{1,30}){0,3}[015]{0,2}|\p{L}{2,30}[01]{1,2}|0[fr]|t0)(?![\p{L}\d@/\-]|\.\p{L})")]
    private static partial Regex Word();
}
