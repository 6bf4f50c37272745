using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The name of an authority.</summary>
/// <param name="Name">The name.</param>
/// <param name="Parent">The institution it is part of.</param>
internal sealed record AuthorityName(Found<string> Name, Found<string>? Parent);

/// <summary>Reads names of institutions: where they begin, where they end, and of what they are part.</summary>
internal sealed partial class Names(NoteText note)
{
    private const int Longest = 220;
    private readonly Regex _linked = note.Lexicon.LinkedInstitution;

    /// <summary>The name that begins at a place; null where none does.</summary>
    public AuthorityName? From(int index)
    {
        var start = SkipArticles(index);
        if (!BeginsName(start))
            return null;
        var end = NameEnd(start);
        return end - start < 4 ? null : Split(Span.Between(start, end));
    }

    /// <summary>The name that ends before a place, no earlier than another; null where none does.</summary>
    public AuthorityName? UpTo(int index, int from)
    {
        var start = Math.Max(from, LastCut(from, index));
        if (Dates.In(note, Span.Between(start, index)).LastOrDefault() is { } date)
            start = date.Span.End;
        var segments = Segments(start, index).ToList();
        if (segments.Count == 0 || !BeginsName(SkipArticles(segments[^1].Start)))
            return segments.Count > 1 && IsPart(segments[^1]) ? Joined(segments[^2], segments[^1]) : null;
        return segments.Count > 1 && IsInstitution(SkipArticles(segments[^1].Start)) && BeginsName(SkipArticles(segments[^2].Start))
            ? Joined(segments[^2], segments[^1])
            : Split(Trimmed(segments[^1]));
    }

    /// <summary>Whether an institution of another name is meant at a place: a ministry, a court, the police.</summary>
    public bool IsInstitution(int index) => note.Lexicon[Concept.Institution].AtStart(note.Plain, Ahead(index)) > 0;

    /// <summary>A name with what it is part of.</summary>
    public AuthorityName Split(Span whole)
    {
        whole = Tidy(whole);
        if (Comma().Match(note.Plain[whole.Start..whole.End]) is { Success: true } comma)
            return Joined(new(whole.Start, comma.Index), Span.Between(whole.Start + comma.Index + comma.Length, whole.End));
        var linked = _linked.Match(note.Plain[whole.Start..whole.End]);
        return linked is { Success: true, Index: > 3 }
            ? Joined(new(whole.Start, linked.Index), Span.Between(whole.Start + linked.Groups["whole"].Index, whole.End))
            : new(Read(whole), null);
    }

    private AuthorityName Joined(Span name, Span parent)
    {
        var linked = _linked.Match(note.Plain[Math.Max(0, parent.Start - 2)..parent.End]);
        var start = linked.Success ? Math.Max(0, parent.Start - 2) + linked.Groups["whole"].Index : SkipArticles(parent.Start);
        return new(Read(Trimmed(name)), Read(Tidy(Span.Between(start, parent.End))));
    }

    private Found<string> Read(Span span) => new(note.Words(span), span, 0.85);

    private Span Trimmed(Span span) => Tidy(Span.Between(SkipArticles(span.Start), span.End));

    private Span Tidy(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (end > start && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is ',' or '.' or ':' or '"'))
            end--;
        while (start < end && (char.IsWhiteSpace(note.Plain[start]) || note.Plain[start] is '"' or '-' or '•'))
            start++;
        return Span.Between(start, end);
    }

    private int SkipArticles(int index)
    {
        for (var step = 0; step < 2; step++)
        {
            index = Blank().Match(note.Plain, index) is { Success: true } blank ? index + blank.Length : index;
            var article = note.Lexicon[Concept.Article].AtStart(note.Plain, Ahead(index));
            var after = index + article;
            // "L'Agence" is an article and a name, "Lancaster" is none.
            if (article > 0 && after < note.Plain.Length && (note.Plain[after - 1] == '\'' || char.IsWhiteSpace(note.Plain[after])))
                index = after;
        }
        return Blank().Match(note.Plain, index) is { Success: true } last ? index + last.Length : index;
    }

    private Span Ahead(int index) => Span.Between(index, Math.Min(note.Plain.Length, index + Longest));

    private bool BeginsName(int index) =>
        index < note.Plain.Length && (char.IsUpper(note.Plain[index]) || IsInstitution(index))
        && !NoName().IsMatch(note.Plain.AsSpan(index, Math.Min(40, note.Plain.Length - index)));

    private bool IsPart(Span segment) =>
        _linked.Match(note.Plain[Math.Max(0, segment.Start - 2)..segment.End]) is { Success: true, Index: < 3 };

    private int NameEnd(int start)
    {
        var ahead = Ahead(start);
        var end = Math.Min(ahead.End, note.SentenceAt(start).End);
        if (note.Lexicon[Concept.NameStop].Loosely(note.Plain, ahead).FirstOrDefault() is { Length: > 0 } stop)
            end = Math.Min(end, stop.Start);
        var marks = Marks().Match(note.Plain[start..end]);
        end = marks.Success ? start + marks.Index : end;
        for (var comma = note.Plain.IndexOf(',', start); comma >= 0 && comma < end; comma = note.Plain.IndexOf(',', comma + 1))
            if (!IsInstitution(SkipArticles(comma + 1)) && !IsPart(Span.Between(Math.Min(comma + 2, end), end)))
                return comma;
        return end;
    }

    private int LastCut(int from, int index) =>
        Cuts().Matches(note.Plain[from..index]).Select(m => from + m.Index + m.Length).DefaultIfEmpty(from).Last();

    private IEnumerable<Span> Segments(int start, int end)
    {
        for (var at = start; at < end;)
        {
            var comma = note.Plain.IndexOf(',', at, end - at);
            var stop = comma < 0 ? end : comma;
            if (note.Plain[at..stop].Trim().Length > 0)
                yield return Span.Between(at, stop);
            at = stop + 1;
        }
    }

    [GeneratedRegex(@"\G\s{1,40}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"[;:(\n\r](?=\s*\n)|[;:(]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s*,\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Comma();

    [GeneratedRegex(@"[;:]|\bthat\b|\bque\b|\bqu'", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Cuts();

    [GeneratedRegex(
        @"^(?:convention|convención|protocol[eo]?|united\s+nations|nations\s+unies|naciones\s+unidas|government|gouvernement|gobierno"
        + @"|republic|république|república|interpol|article|artículo|states?|États?|estados?|note)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoName();
}
