using System.Text.RegularExpressions;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>
/// A text in which a scan took letters for others ("Missi0n", "cornpetent", "lnspection"): mended where a word of the lexicon comes of it,
/// of digits by the letters around them, and of letters where no word has them.
/// </summary>
internal static partial class ScannedText
{
    // A few such words may be names of rooms and files.
    private const int Fewest = 5;
    private const int FewestPairs = 2;
    private const int MostDoubts = 5;
    private const string Vowels = "aeiouyAEIOUY";

    /// <summary>A text with an m where it has "rn" for one.</summary>
    public static JoinedText Of(JoinedText text, Lexicon lexicon)
    {
        var pairs = Pair().Matches(text.Text).Where(w => IsMended(w.Value, w.Value.Replace("rn", "m", StringComparison.Ordinal), lexicon))
            .SelectMany(w => Rn().Matches(w.Value).Select(r => w.Index + r.Index)).ToList();
        return pairs.Count < FewestPairs ? text : text.With(pairs, _ => 'm');
    }

    /// <summary>A text with its letters, character by character the same places; as it is, where it does not look like a scan.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lexicon">The words of its language.</param>
    /// <param name="mended">How many letters were mended in it before.</param>
    public static string Of(string text, Lexicon lexicon, int mended = 0)
    {
        var words = Word().Matches(text);
        var odd = Odd().Matches(text).Select(w => (w.Index, Letters: Known(w.Value, lexicon))).Where(w => w.Letters is not null).ToList();
        if (mended + words.Count + odd.Count(o => !words.Any(w => w.Index == o.Index)) < Fewest)
            return text;
        var letters = text.ToCharArray();
        foreach (Match word in words)
            for (var i = word.Index; i < word.Index + word.Length; i++)
                letters[i] = Letter(text, i, word.Index + word.Length);
        foreach (Match small in Small().Matches(text))
            letters[small.Index] = 'l';
        foreach (var (index, word) in odd)
            word!.CopyTo(0, letters, index, word.Length);
        return new(letters);
    }

    private static bool IsMended(string word, string mended, Lexicon lexicon) =>
        !lexicon.Knows(PlainLetters.Of(word)) && lexicon.Knows(PlainLetters.Of(mended));

    // The word that it is with other letters in the doubtful places; null where it is none.
    private static string? Known(string word, Lexicon lexicon)
    {
        List<int> doubts = [.. Enumerable.Range(0, word.Length).Where(i => Taken(word[i]).Length > 0)];
        return doubts.Count is 0 or > MostDoubts || lexicon.Knows(word) ? null
            : Tried(word, doubts).FirstOrDefault(lexicon.Knows) ?? Shaped(word);
    }

    // No word begins with "ln" or "lm", and none but a name has a capital behind two small letters.
    private static string? Shaped(string word)
    {
        var letters = word.ToCharArray();
        if (word is ['l', 'm' or 'n', _, _, _, ..] && word.All(char.IsLower))
            letters[0] = 'i';
        for (var i = 2; i < word.Length - 1 && !word.StartsWith("Mac", StringComparison.Ordinal); i++)
            if (word[i] == 'I' && char.IsLower(word[i - 1]) && char.IsLower(word[i - 2]) && char.IsLower(word[i + 1]))
                letters[i] = 'l';
        return letters.SequenceEqual(word) ? null : new(letters);
    }

    private static IEnumerable<string> Tried(string word, List<int> doubts) => doubts.Aggregate(
        (IEnumerable<string>)[word],
        (words, at) => words.SelectMany(w => Taken(w[at]).Select(c => $"{w[..at]}{c}{w[(at + 1)..]}").Prepend(w)));

    private static string Taken(char letter) => letter switch
    {
        '0' or '6' => "o",
        '1' => "li",
        '5' => "s",
        'I' => "l",
        'l' or 'f' => "i",
        _ => "",
    };

    private static char Letter(string text, int i, int end) => text[i] switch
    {
        '0' => IsUpper(text, i) ? 'O' : 'o',
        '5' => IsUpper(text, i) ? 'S' : 's',
        '1' when IsUpper(text, i) => 'I',
        // Between two consonants, or before a vowel, it is the vowel that is missing; behind one, and at the end, it is not.
        '1' => i + 1 == end || text[i + 1] == 'i' || text[i + 1] == '1' || Vowels.Contains(text[i - 1], StringComparison.Ordinal)
            ? 'l' : 'i',
        var other => other,
    };

    private static bool IsUpper(string text, int i) =>
        (i > 0 && char.IsUpper(text[i - 1])) || (i + 1 < text.Length && char.IsUpper(text[i + 1]));

    [GeneratedRegex(@"(?<![\p{L}\d@./])\p{L}{0,30}rn\p{L}{0,30}(?![\p{L}\d@/]|\.\p{L})")]
    private static partial Regex Pair();

    [GeneratedRegex("rn")]
    private static partial Regex Rn();

    // "Ia", "1e", "1'Office", "e1".
    [GeneratedRegex(@"(?<![\p{L}\d])[I1](?=[ae]s?(?![\p{L}\d])|'\p{L})|(?<=(?<![\p{L}\d])[eadEAD])1(?![\p{L}\d])")]
    private static partial Regex Small();

    // A capital or a digit inside a word, an l before a consonant, an f that no word has there.
    [GeneratedRegex(
        @"(?<![\p{L}\d@./+\-])(?=[\p{L}\d]{0,20}(?:\p{Ll}[I0156]|[0156]\p{L}|[rt]f[aco])|l[bcdfgjkmnpqrstvxzN])[\p{L}0156]{3,30}(?![\p{L}\d@/\-]|\.\p{L})")]
    private static partial Regex Odd();

    // Letters, with a digit or two between or behind them; none of an address of mail, a reference or an extension.
    [GeneratedRegex(
        @"(?<![\p{L}\d@./+\-])(?:\p{L}{1,30}[015]{1,2}\p{L}{1,30}(?:[015]\p{L}{1,30}){0,3}[015]{0,2}|\p{L}{2,30}[01]{1,2}|0[fr]|t0)(?![\p{L}\d@/\-]|\.\p{L})")]
    private static partial Regex Word();
}
