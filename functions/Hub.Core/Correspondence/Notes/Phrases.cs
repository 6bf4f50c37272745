using System.Text.RegularExpressions;

namespace Hub.Core.Correspondence.Notes;

/// <summary>Phrases that stand for one thing, found as whole words, whatever their case and the breaks of lines between them.</summary>
internal sealed class Phrases
{
    private readonly Lazy<Regex> _whole;
    private readonly Lazy<Regex> _loose;
    private readonly Lazy<Regex> _first;

    /// <summary>Alternatives in the syntax of regular expressions; a space stands for any white space.</summary>
    public Phrases(string alternatives)
    {
        Pattern = alternatives.Replace(" ?", @"\s*", StringComparison.Ordinal).Replace(" ", @"\s+", StringComparison.Ordinal);
        // Found in a time that grows with the text alone, however it was made.
        _whole = new(() => new($@"(?:^|[^\p{{L}}\p{{N}}])(?<it>{Pattern})(?:$|[^\p{{L}}\p{{N}}])", Options));
        _loose = new(() => new(Pattern, Options));
        _first = new(() => new($"^(?:{Pattern})", Options));
    }

    /// <summary>How texts are searched.</summary>
    public static RegexOptions Options => RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>The alternatives, to build on.</summary>
    public string Pattern { get; }

    /// <summary>All of them within a stretch, in order.</summary>
    public IEnumerable<Span> In(string text, Span within)
    {
        // One character more at either side, to see that the words end there.
        var (start, end) = (Math.Max(0, within.Start - 1), Math.Min(text.Length, within.End + 1));
        var part = text[start..end];
        for (var at = 0; at <= part.Length && _whole.Value.Match(part, at) is { Success: true } match;)
        {
            var it = match.Groups["it"];
            at = Math.Max(it.Index + it.Length, at + 1);
            var span = new Span(start + it.Index, it.Length);
            if (it.Length > 0 && within.Holds(span))
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
