using System.Text.RegularExpressions;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>Phrases that stand for one thing, found as whole words, whatever their case and the breaks of lines between them.</summary>
/// <remarks>
/// Every repetition in a phrase has an end (a test sees to it), and runs of blanks in a note are cut: what is tried at one place of a text
/// is bounded, and so a text is searched in a time that grows with its length. RegexOptions.NonBacktracking would prove the same, at 1.5 MB
/// and 9 ms for each phrase of the lexicons; this way all of them together are one megabyte.
/// </remarks>
internal sealed class Phrases
{
    private readonly Lazy<Regex> _whole;
    private readonly Lazy<Regex> _loose;
    private readonly Lazy<Regex> _first;

    /// <summary>Alternatives in the syntax of regular expressions; a space stands for any white space.</summary>
    public Phrases(string alternatives)
    {
        Pattern = PlainLetters
            .Of(alternatives)
            .Replace(" ?", @"\s*", StringComparison.Ordinal)
            .Replace(" ", @"\s+", StringComparison.Ordinal);
        _whole = new(() => new($@"(?<![\p{{L}}\p{{N}}])(?:{Pattern})(?![\p{{L}}\p{{N}}])", Options));
        _loose = new(() => new(Pattern, Options));
        _first = new(() => new($"^(?:{Pattern})", Options));
    }

    /// <summary>How texts are searched.</summary>
    public static RegexOptions Options => RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>The alternatives, to build on.</summary>
    public string Pattern { get; }

    /// <summary>One phrase and another right behind it, as groups of these names.</summary>
    public static Regex Joined((string Name, Phrases Phrases) first, (string Name, Phrases Phrases) second) =>
        new($"(?<{first.Name}>{first.Phrases.Pattern})(?<{second.Name}>{second.Phrases.Pattern})", Options);

    /// <summary>All of them within a stretch, in order.</summary>
    public IEnumerable<Span> In(string text, Span within)
    {
        // One character more at either side, to see that the words end there.
        var (start, end) = (Math.Max(0, within.Start - 1), Math.Min(text.Length, within.End + 1));
        for (var match = _whole.Value.Match(text, start, end - start); match.Success; match = match.NextMatch())
        {
            var span = new Span(match.Index, match.Length);
            if (span.Length > 0 && within.Holds(span))
                yield return span;
        }
    }

    /// <summary>The first within a stretch; null where there is none.</summary>
    public Span? First(string text, Span within)
    {
        foreach (var span in In(text, within))
            return span;
        return null;
    }

    /// <summary>All of them within a stretch, whatever stands around them.</summary>
    public IEnumerable<Span> Loosely(string text, Span within) =>
        _loose.Value.Matches(text[within.Start..within.End]).Select(m => new Span(within.Start + m.Index, m.Length));

    /// <summary>How many characters of it a stretch begins with; 0 where it begins with something else.</summary>
    public int AtStart(string text, Span within) =>
        _first.Value.Match(text[within.Start..within.End]) is { Success: true } match ? match.Length : 0;

    /// <summary>Whether there is any.</summary>
    public bool IsIn(string text, Span within) => First(text, within) is not null;
}
