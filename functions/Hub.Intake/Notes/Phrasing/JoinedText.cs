using System.Text.RegularExpressions;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>A text whose broken words are joined and whose gaps are short; it remembers where each character stood.</summary>
internal sealed partial class JoinedText
{
    private const int LongestGap = 40;
    private readonly int[]? _places;

    private JoinedText(string text, int[]? places) => (Text, _places) = (text, places);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>A text so.</summary>
    public static JoinedText Of(string text)
    {
        // Nobody indents further, and patterns that step over white space stay cheap.
        var shorter = new JoinedText(text, null)
            .Without(LongGap().Matches(text).Select(m => new Span(m.Index + (LongestGap / 2), m.Length - LongestGap)));
        // A word broken at the end of a line is one word.
        return shorter.Without(Break().Matches(shorter.Text).Select(m => new Span(m.Index, m.Length)));
    }

    /// <summary>Where a stretch stood before.</summary>
    public Span Before(Span span) => _places is null || span.Length == 0
        ? span
        : Span.Between(_places[span.Start], _places[span.End - 1] + 1);

    /// <summary>The text with one character in the place of each of some pairs.</summary>
    public JoinedText With(IReadOnlyCollection<int> pairs, Func<char, char> single)
    {
        var text = Text.ToCharArray();
        foreach (var pair in pairs)
            text[pair] = single(text[pair]);
        return new JoinedText(new(text), _places).Without(pairs.Select(p => new Span(p + 1, 1)));
    }

    private JoinedText Without(IEnumerable<Span> cuts)
    {
        List<Span> all = [.. cuts];
        if (all.Count == 0)
            return this;
        var (text, places, at) = (new char[Text.Length - all.Sum(c => c.Length)], new List<int>(Text.Length), 0);
        foreach (var cut in all.Append(new(Text.Length, 0)))
        {
            for (; at < cut.Start; at++)
            {
                text[places.Count] = Text[at];
                places.Add(_places?[at] ?? at);
            }
            at = cut.End;
        }
        return new(new(text), [.. places]);
    }

    [GeneratedRegex(@"(?<=\p{Ll})-\n[ \t]{0,20}(?=\p{Ll})|\u00AD\n?|(?<=\p{Lu}\p{Ll}{2,20}-)\n[ \t]{0,20}(?=\p{Lu}\p{Ll})")]
    private static partial Regex Break();

    [GeneratedRegex(@"\s{41,}")]
    private static partial Regex LongGap();
}
