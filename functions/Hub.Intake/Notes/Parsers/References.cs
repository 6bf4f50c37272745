using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The reference that an office gave its note: at the head, at the foot, under a label, else in the subject of its mail.</summary>
internal static partial class References
{
    private const int FirstLines = 10;
    private const int Longest = 45;
    private const int LastLines = 8;

    /// <summary>The reference in a note.</summary>
    public static Found<string>? In(NoteText note)
    {
        var lines = Edges(note).ToList();
        return FirstLine(note) ?? lines.Select(l => Labelled(note, l)).FirstOrDefault(f => f is not null)
            ?? lines.Select(l => Bare(note, l)).FirstOrDefault(f => f is not null)
            ?? Inside(note)
            ?? lines.Concat(LastOnes(note)).Select(l => Within(note, l)).FirstOrDefault(f => f is not null);
    }

    // What stands alone in one of the first lines, or before the place and date there, is the reference as it is printed.
    private static Found<string>? FirstLine(NoteText note)
    {
        foreach (var line in Lines(note, Span.Between(0, note.Opening?.Start ?? note.Plain.Length)).Take(3))
        {
            var match = Whole().Match(note.Plain[line.Start..line.End]);
            var span = new Span(line.Start + match.Groups["ref"].Index, match.Groups["ref"].Length);
            if (match.Success && !IsTheirs(note, line) && !Dates.In(note, line).Any(d => d.Span.Start < span.End)
                && (match.Groups["label"].Length > 0
                    || (Parts().IsMatch(match.Groups["ref"].Value) && !Unlikely().IsMatch(match.Groups["ref"].Value))))
                return new(note.Words(span), span);
        }
        return null;
    }

    private static IEnumerable<Span> LastOnes(NoteText note) => Lines(note, note.Whole).Reverse().Take(LastLines).Reverse();

    // Among other words, what is built as only references are: letters, digits and slashes; or anything such behind a label.
    private static Found<string>? Within(NoteText note, Span line)
    {
        foreach (Match match in Built().Matches(note.Plain[line.Start..line.End]))
        {
            var isLabelled = note.Has(
                Concept.ReferenceLabel,
                Span.Between(Math.Max(line.Start, line.Start + match.Index - 14), line.Start + match.Index));
            if ((isLabelled || Mixed().IsMatch(match.Value)) && !IsTheirs(note, line) && Cleaned(note, match, line.Start) is { } found)
                return found with { Confidence = 0.7 };
        }
        return null;
    }

    /// <summary>The reference in the subject of a mail.</summary>
    public static string? InSubject(string subject, Lexicon lexicon)
    {
        var note = NoteText.Of(subject, lexicon);
        return (Labelled(note, note.Whole) ?? Bare(note, note.Whole) ?? First(note))?.Value;
    }

    // The lines above the compliments or, in a letter, the first ones; then those below the body.
    private static IEnumerable<Span> Edges(NoteText note)
    {
        var end = note.Opening is not null && note.Head.Length > 0 ? note.Head.End : note.Plain.Length;
        var head = Lines(note, Span.Between(0, end)).Take(FirstLines);
        return head.Concat(Lines(note, note.Foot));
    }

    private static IEnumerable<Span> Lines(NoteText note, Span within)
    {
        for (var at = within.Start; at < within.End;)
        {
            var line = note.LineAt(at);
            var (start, stop) = (Math.Max(at, line.Start), Math.Min(line.End, within.End));
            if (note.Plain[start..stop].Trim().Length > 0)
                yield return Span.Between(start, stop);
            at = line.End + 1;
        }
    }

    private static Found<string>? Labelled(NoteText note, Span line)
    {
        foreach (var label in note.All(Concept.ReferenceLabel, line).Where(l => l.End <= line.End).OrderByDescending(l => l.Length))
        {
            if (IsTheirs(note, line) || note.Plain[line.Start..label.Start].Any(char.IsLetter) && label.Start - line.Start > 40)
                continue;
            var token = Token().Match(note.Plain, label.End, Math.Min(Longest + 10, line.End - label.End));
            if (token.Success && Cleaned(note, token.Groups["ref"]) is { } found)
                return found with { Span = label.With(found.Span) };
        }
        return null;
    }

    // What stands for itself on a line, built as references are.
    private static Found<string>? Bare(NoteText note, Span line)
    {
        foreach (Match match in Alone().Matches(note.Plain[line.Start..line.End]))
            if (Cleaned(note, match.Groups["ref"], line.Start) is { } found)
                return found with { Confidence = 0.8 };
        return null;
    }

    // "NV 0412 - entraide judiciaire": what a subject begins with.
    private static Found<string>? First(NoteText note) =>
        Begin().Match(note.Plain) is { Success: true } match ? Cleaned(note, match.Groups["ref"]) : null;

    // On a line of its own within a list, or named in passing.
    private static Found<string>? Inside(NoteText note) =>
        Lines(note, note.Body)
            .Where(l => note.Lexicon[Concept.ReferenceLabel].First(note.Plain, l) is { } label && label.Start - l.Start < 8)
            .Select(l => Labelled(note, l))
            .FirstOrDefault(f => f is not null)
        ?? (
            note.Opening is null
                ? note.All(Concept.ReferenceLabel, note.Body)
                    .Where(l => l.Length > 8)
                    .Select(l => Labelled(note, note.LineAt(l.Start)))
                    .FirstOrDefault(f => f is not null)
                : null);

    private static bool IsTheirs(NoteText note, Span line) =>
        note.Has(Concept.TheirReference, line) || Theirs().IsMatch(note.Plain[line.Start..line.End]);

    private static Found<string>? Cleaned(NoteText note, Capture found, int offset = 0)
    {
        var label = Prefix().Match(found.Value);
        (var start, var text) = (found.Index + label.Length, found.Value[label.Length..].TrimEnd(' ', '-', '/', ',', ';', ':', '|'));
        // "Adm." ends with a stop of its own; a sentence's stop is none of the reference.
        if (text.EndsWith('.') && !Abbreviated().IsMatch(text))
            text = text.TrimEnd('.');
        return text.Length < 2 || Unlikely().IsMatch(text)
            ? null
            : new(note.Words(new(offset + start, text.Length)), new(offset + start, text.Length));
    }

    [GeneratedRegex(
        @"\G\.?\s{0,4}(?:[:.|]\s{0,40}|\t\s{0,10}|\.{2,80}\s{0,4})?(?:(?:no|nr|n)[.°º]{0,2}\s{1,2}|[°º]\s{0,2})?"
            + @"(?<ref>(?=[^\n]{0,45}\d)[\p{L}\d][\p{L}\d./°º\-]{0,40}(?:[ ](?=[(\d\p{Lu}])(?!\d{1,2}[ ]\p{L})(?:\([\p{L}\d/-]{1,12}\)|[\p{Lu}\d][\p{L}\d./\-]{0,40})|[ ]bis\b[\p{L}\d./\-]{0,40}){0,3})"
    )]
    private static partial Regex Token();

    [GeneratedRegex(
        @"(?:^|[ \t]{2,40})[ \t]{0,40}(?<ref>(?=[^\n]{0,40}\d)(?=[^\n]{0,40}[./\-\d])(?:\p{Lu}{1,12}[.]?[ ]){0,2}(?:\([\p{Lu}]{1,6}\)[ ])?(?=[\p{L}\d./\-]{0,40}\d)[\p{L}\d]{1,40}"
        + @"(?:[./\-]{1,4}[\p{L}\d]{1,40}){0,8}\.?(?:[ ]bis[\p{L}\d./\-]{0,40})?(?:[ ]\(\d{1,4}\))?)[ \t]{0,40}(?=$|\n|[ \t]{2,40})", RegexOptions.Multiline)]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"^[ ]{0,40}(?:note verbale|nota verbal|note|nota|nv|note no)?[ .:°ºn]{0,5}(?<ref>(?=[\p{L}\d./\-]{0,40}\d)[\p{L}\d]{1,40}(?:[./\-][\p{L}\d]{1,40}){1,8})(?=[ ,;:(]|$)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Begin();

    [GeneratedRegex(@"(?<![\p{L}\d@+./\-])(?=[^\s]{0,40}\d)[\p{L}\d]{1,40}(?:[./\-][\p{L}\d]{1,40}){1,8}(?![\p{L}\d@])(?!\.[\p{L}])")]
    private static partial Regex Built();

    [GeneratedRegex(@"^(?=.{0,60}\p{L})(?=.{0,60}\d)(?=.{0,60}/).{5,60}$|^(?=.{0,60}\p{Lu}{2})(?=.{0,60}\d)[^.]{1,20}-[^.]{1,20}-[^.]{1,20}$")]
    private static partial Regex Mixed();

    // A street and a box have a number, and no part of a reference.
    [GeneratedRegex(@"[/-]|\bN(?:o\.|[°º])|\)", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    // A label, the reference, and the end of the line, or a dash, a wide gap, a comma before place and date.
    [GeneratedRegex(
        @"^[ \t]{0,40}(?>(?<label>(?i:(?:n\.\s?v\.[: ]{0,3})?(?:(?:note verbale|nota verbal|mission's note|diplomatic note|note|nota|n/ref|our ref(?:erence)?|ref(?:erence|erencia)?|oficio|cable|prot|file)\b[.: ]{0,4})?(?:(?:no|nr|num|nro)\b[.°º]{0,2}|n[.°º]{1,2})?[: ]{0,3})))"
        + @"(?<ref>(?=[^\n]{0,40}(?:\d[./\-]|[./\-]\d|\d{3}))(?:\([\p{L}\d.]{1,8}\))?(?:\p{L}{0,12}[/\-][\p{L}\d./°º\-]{1,30}|[\p{Lu}\d][\p{Lu}\d./°º\-]{0,40})"
        + @"(?:[ ](?:[\p{Lu}\d][\p{Lu}\d./\-]{0,30}|\p{Lu}{2,12}/\p{L}{1,10}|\p{Lu}\p{Ll}{0,3}\.|\(\d{1,4}\)|bis/?[\p{Lu}\d./\-]{0,30}|No\.|N[°º]\.?)){0,3})"
        + @"[ \t]{0,4}(?:$|[ ][-–][ ]|[ ]{3})")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\b(?:[SV]/\s?Ref|su ref|votre ref|your ref)", RegexOptions.IgnoreCase)]
    private static partial Regex Theirs();

    [GeneratedRegex(@"^(?:(?:no|nr|num|nro|n)[.°º]{0,2}[ ]|[°º][ ]?|officiel[ ]|outgoing[ ])?", RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"/\p{Lu}\p{Ll}{1,4}\.$")]
    private static partial Regex Abbreviated();

    // No digit at all, a date, a year, a telephone number, a postcode, a time.
    [GeneratedRegex(
        @"^\D*$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{1,2}\.[IVX]{1,4}\.\d{4}$|^\d{4}-\d{2}-\d{2}$|^(?:19|20)\d{2}$|^\+?(?:00)?999|@|^\d{1,3}$|^\d{1,2}[.:]\d{2}$|^\d+(?:st|nd|rd|th|er)$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Unlikely();
}
