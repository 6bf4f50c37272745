using Hub.Notices;
using Hub.Register.Json;

namespace Hub.Pages.Console.Notices;

/// <summary>A stretch of a text: words that something was read from, or what stands between.</summary>
/// <param name="Text">The text.</param>
/// <param name="Mark">The number of the words, from 1; null of what stands between.</param>
public sealed record TextRun(string Text, int? Mark) : Confidential;

/// <summary>A text with the words marked that values were read from, and the values by the numbers of their words.</summary>
/// <param name="Runs">The text.</param>
/// <param name="Numbers">The number of the words that each value was read from.</param>
public sealed record MarkedText(IReadOnlyList<TextRun> Runs, IReadOnlyDictionary<Proposal, int> Numbers) : Confidential
{
    /// <summary>A text of a note with what was read in it.</summary>
    public static MarkedText Of(string text, string where, IEnumerable<Proposal> words)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (runs, numbers, at, number) = (new List<TextRun>(), new Dictionary<Proposal, int>(), 0, 0);
        var placed = words.Where(w => w.Where == where && w is { Start: >= 0 } && w.End > w.Start && w.End <= text.Length)
            .OrderBy(w => w.Start).ThenByDescending(w => w.End);
        foreach (var word in placed)
        {
            // What lies within another stretch is read from the same words.
            if (word.Start < at)
            {
                numbers[word] = number;
                continue;
            }
            number++;
            runs.Add(new(text[at..word.Start!.Value], null));
            runs.Add(new(text[word.Start.Value..word.End!.Value], number));
            numbers[word] = number;
            at = word.End.Value;
        }
        runs.Add(new(text[at..], null));
        return new(runs, numbers);
    }
}
