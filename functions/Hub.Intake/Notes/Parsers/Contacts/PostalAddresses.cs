using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>A postal address and its parts.</summary>
internal sealed record NamedAddress(
    IReadOnlyList<Found<string>> Lines, Found<string>? City, Found<string>? Postcode, Found<string>? Country);

/// <summary>Reads postal addresses: under a label, or in the lines below a name.</summary>
internal sealed partial class PostalAddresses(NoteText note, StateCatalog states, StateCode? state)
{
    /// <summary>The address that is introduced as one; null where none is.</summary>
    public NamedAddress? Labelled(Span within, IReadOnlyCollection<string> names) =>
        note.All(Concept.AddressLabel, within).Select(label => At(label, names)).FirstOrDefault(a => a is not null);

    /// <summary>The address in lines; null where they make none.</summary>
    public NamedAddress? Of(IReadOnlyList<Span> lines)
    {
        if (lines.Count == 0)
            return null;
        var last = Parts(lines[^1]).ToList();
        if (lines.Count > 1 && last.Count == 1 && IsCountry(last[0]))
            return Read(lines.Take(lines.Count - 2), [.. Parts(lines[^2]), last[0]]);
        return Read(lines.Take(lines.Count - 1), last);
    }

    private NamedAddress? At(Span label, IReadOnlyCollection<string> names)
    {
        if (note.Has(Concept.EmailLabel, Span.Between(Math.Max(0, label.Start - 8), Math.Min(note.Plain.Length, label.End + 14))))
            return null;
        var colon = note.Plain.IndexOf(':', label.End, Math.Min(120, note.Plain.Length - label.End));
        if (colon < 0 || note.Plain[label.End..colon].Contains('\n', StringComparison.Ordinal) && note.SentenceAt(label.Start).End < colon)
            return null;
        var block = Blocks.At(note, colon + 1);
        if (block.Count > 0)
            return Of([.. block.SkipWhile(l => names.Contains(note.Words(l), StringComparer.OrdinalIgnoreCase))]);
        var line = Span.Between(colon + 1, Math.Min(note.SentenceAt(colon + 1).End, EndOfLine(colon + 1)));
        return note.Plain[line.Start..line.End].Contains('@', StringComparison.Ordinal) ? null : Read([], [.. Parts(line)]);
    }

    // A line may be broken in running text; labels begin new ones.
    private int EndOfLine(int index) => Paragraph().Match(note.Plain, index) is { Success: true } end ? end.Index : note.Plain.Length;

    private NamedAddress? Read(IEnumerable<Span> lines, List<Span> tail)
    {
        var country = tail.Count > 0 && IsCountry(tail[^1]) ? Found(tail[^1]) : null;
        if (country is not null)
            tail.RemoveAt(tail.Count - 1);
        var (city, postcode) = Town(tail);
        var all = lines.Select(Found).Concat(tail.Select(Found)).ToList();
        return all.Count == 0 && city is null ? null : new(all, city, postcode, country);
    }

    private (Found<string>? City, Found<string>? Postcode) Town(List<Span> tail)
    {
        if (tail.Count == 0 || City().Match(note.Plain[tail[^1].Start..tail[^1].End]) is not { Success: true } match)
            return (null, null);
        var last = tail[^1];
        tail.RemoveAt(tail.Count - 1);
        var postcode = match.Groups["pc"].Success ? Found(new(last.Start + match.Groups["pc"].Index, match.Groups["pc"].Length)) : null;
        if (postcode is null && tail.Count > 0 && Postcode().Match(note.Plain[tail[^1].Start..tail[^1].End]) is { Success: true } alone)
        {
            postcode = Found(new(tail[^1].Start + alone.Groups[1].Index, alone.Groups[1].Length));
            tail.RemoveAt(tail.Count - 1);
        }
        return (Found(new(last.Start + match.Groups["city"].Index, match.Groups["city"].Length)), postcode);
    }

    // A number alone belongs to the street that follows it.
    private IEnumerable<Span> Parts(Span line)
    {
        var start = line.Start;
        for (var at = line.Start; at <= line.End; at++)
        {
            if (at < line.End && (note.Plain[at] != ',' || IsNumber(note.Plain[start..at])))
                continue;
            var part = Trim(Span.Between(start, at));
            if (part.Length > 0)
                yield return part;
            start = at + 1;
        }
    }

    private Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(note.Plain[start]))
            start++;
        while (end > start && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is '.' or ';'))
            end--;
        return Span.Between(start, end);
    }

    private Found<string> Found(Span span) => new(note.Words(span), span, 0.8);

    private bool IsCountry(Span part) => states.TryFind(note.Words(part), out var found, out _) && (state is null || found.Alpha3 == state);

    private static bool IsNumber(string text) =>
        text.Trim() is { Length: > 0 } number && number.All(c => char.IsDigit(c) || c is '-' or '/');

    [GeneratedRegex(
        @"^(?:(?<pc>(?:[A-Z]{1,3}-)?\d{3,6})\s+(?<city>\p{Lu}\D*)"
        + @"|(?<city>\p{Lu}[\p{L} '-]*?)\s+(?<pc>(?:[A-Z]{1,3}\s?)?\d{3,6})|(?<city>\p{Lu}[\p{L} '.-]*))$", RegexOptions.NonBacktracking)]
    private static partial Regex City();

    [GeneratedRegex(@"^(?:C\.?P\.?\s*)?((?:[A-Z]{1,3}[ -]?)?\d{3,6})$", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"\n(?=\s*\n)|\n(?=[ \t]*[\p{L}\-/. ]{2,40}\s?:)|\n(?=[ \t]*[-•])")]
    private static partial Regex Paragraph();
}
