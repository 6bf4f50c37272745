using Hub.Notices;
using Hub.Register.Json;

namespace Hub.Pages.Console.Notices.Source;

/// <summary>A stretch of a text: words that something was read from, or what stands between.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mark">The number of the words, from 1; null of what stands between.</param>
public sealed record TextRun(string Text, int? Mark) : Confidential;

/// <summary>A text with the words marked that values were read from, and the values by the numbers of their words.</summary>
/// <param name="Runs">The text.</param>
/// <param name="Numbers">The number of the words that each value was read from.</param>
/// <param name="IsCut">Whether the text goes on.</param>
public sealed record MarkedText(IReadOnlyList<TextRun> Runs, IReadOnlyDictionary<Proposal, int> Numbers, bool IsCut) : Confidential
{
    /// <summary>What words say that were read in a mail's own text, or in one that was passed on in it.</summary>
    public static readonly IReadOnlyList<string> OfMail = ["body", "forwarded"];

    /// <summary>A text of a note with what was read in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">What words say that were read in it; in all but the first only in a part of it.</param>
    /// <param name="words">All that was read.</param>
    /// <param name="last">The number of the last words in the texts before it.</param>
    /// <param name="longest">How much of it is shown.</param>
    public static MarkedText Of(
        string text, IReadOnlyList<string> places, IEnumerable<Proposal> words, int last = 0, int longest = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shown = text.Length <= longest ? text : Cut(text, longest);
        var (runs, numbers, at, number) = (new List<TextRun>(), new Dictionary<Proposal, int>(), 0, last);
        var placed = from word in words
                     where places.Contains(word.Where)
                     let place = Place(text, word, word.Where == places[0])
                     where place is not null && place.Value.End <= shown.Length
                     orderby place.Value.Start, place.Value.End descending
                     select (word, place.Value.Start, place.Value.End);
        foreach (var (word, start, end) in placed)
        {
            // What lies within another stretch is read from the same words.
            if (start < at)
            {
                numbers[word] = number;
                continue;
            }
            number++;
            runs.Add(new(shown[at..start], null));
            runs.Add(new(shown[start..end], number));
            numbers[word] = number;
            at = end;
        }
        runs.Add(new(shown[at..], null));
        return new(runs, numbers, shown.Length < text.Length);
    }

    // At its place, where the words stand there; a part of a text has places of its own, and its words are looked for.
    private static (int Start, int End)? Place(string text, Proposal word, bool isWhole)
    {
        if (word is not { Start: { } start and >= 0, End: { } end } || end <= start)
            return null;
        var isWithin = end <= text.Length;
        if (isWithin && OneLine(text[start..end]) == word.Words)
            return (start, end);
        if (word.Words.Length > 0 && text.IndexOf(word.Words, StringComparison.Ordinal) is >= 0 and var found)
            return (found, found + word.Words.Length);
        return isWithin && isWhole ? (start, end) : null;
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // At the end of a line where there is one near.
    private static string Cut(string text, int longest)
    {
        const int Near = 200;
        var line = text.LastIndexOf('\n', longest - 1, Near);
        return text[..(line > 0 ? line : char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
