using System.Text.RegularExpressions;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>A postal address and its parts.</summary>
internal sealed record NamedAddress(
    IReadOnlyList<Found<string>> Lines, Found<string>? City, Found<string>? Postcode, Found<string>? Country);

/// <summary>Reads postal addresses: under a label, in lines that end with a town, or named in a sentence.</summary>
internal sealed partial class PostalAddresses(NoteText note, StateCatalog states, StateCode? state)
{
    private const int MostLines = 7;
    private const int MostLabels = 50;
    private readonly AddressParts _parts = new(note, states, state);

    /// <summary>The address that a stretch gives; null where it gives none.</summary>
    /// <param name="within">The stretch.</param>
    /// <param name="names">What is no part of an address: the names of the authority.</param>
    public NamedAddress? In(Span within, IReadOnlyCollection<string> names) =>
        new AddressRows(note, _parts).In(within)
        ?? note.All(Concept.AddressLabel, within).Take(MostLabels).Select(label => At(label, names)).FirstOrDefault(a => a is not null)
        ?? InLines(within, names) ?? InSentence(within);

    /// <summary>The address in lines; null where they make none.</summary>
    public NamedAddress? Of(IReadOnlyList<Span> lines)
    {
        if (lines.Count == 0)
            return null;
        if (lines.Count == 1)
            return _parts.Read([], [.. _parts.Parts(lines[0])], isOneLine: true);
        // A country and a postcode may have lines of their own, below the town's.
        var above = lines.Count - 1;
        while (above > 1 && (_parts.IsCountry(lines[above])
            || (Towns.PostcodeAt(note, lines[above]) is not null && !IsStreet(lines[above]))))
            above--;
        return _parts.Read(lines.Take(above), [.. lines.Skip(above).SelectMany(_parts.Parts)], isOneLine: false);
    }

    // What stands behind the label, and in the lines below it that are no labels of their own.
    private NamedAddress? At(Span label, IReadOnlyCollection<string> names)
    {
        if (note.Has(Concept.EmailLabel, Span.Between(Math.Max(0, label.Start - 8), Math.Min(note.Plain.Length, label.End + 14))))
            return null;
        var line = note.LineAt(label.End - 1);
        if (Leader().Match(note.Plain, label.End, line.End - label.End) is not { Success: true } gap)
            return null;
        // Within a sentence, the address goes to its end, over the ends of lines.
        if (!Number().IsMatch(note.Plain[Math.Min(line.Start, label.Start)..label.Start]))
            return InProse(gap.Index + gap.Length, names);
        // Of "NEW" above "Address" the lower line is the label's.
        var (lines, indent) = (new List<Span>(), Indent(line));
        var first = _parts.Trim(FirstSentence(Span.Between(gap.Index + gap.Length, line.End)));
        if (first.Length > 0)
            lines.Add(first);
        for (var at = line.End + 1; at < note.Body.End && lines.Count < MostLines; at = line.End + 1)
        {
            line = note.LineAt(at);
            var next = _parts.Trim(line);
            if (next.Length == 0 && lines.Count == 0)
                continue;
            // Below a label that has a value the lines are set in; below one that has none they are what it labels.
            if (note.Plain[next.Start] == '-' || IsItem(line) || !AddressLines.IsOne(note, next)
                || first.Length > 0 && Indent(line) <= indent)
                break;
            lines.Add(next);
        }
        return Of([.. lines.SkipWhile(l => IsName(l, names))]);
    }

    // "* Switchboard" below "* Address": the next label of a list.
    private bool IsItem(Span line) => note.Plain.AsSpan(line.Start, line.Length).TrimStart() is ['*' or '•' or '·', ' ', ..];

    private NamedAddress? InProse(int start, IReadOnlyCollection<string> names)
    {
        var sentence = note.SentenceAt(Math.Min(start, note.Plain.Length - 1));
        var text = _parts.Trim(FirstSentence(Span.Between(start, Math.Min(sentence.End, note.Body.End))));
        if (
            text.Length == 0
            || note.Plain[text.Start..text.End] is var words
                && (words.Contains('@', StringComparison.Ordinal) || words.Contains("\n\n", StringComparison.Ordinal)))
            return text.Length == 0 && Blocks.At(note, start) is { Count: > 0 } block
                ? Of([.. block.SkipWhile(l => IsName(l, names))])
                : null;
        if (InSentence(Span.Between(text.Start, Math.Min(text.End, text.Start + (4 * AddressLines.Longest)))) is { } address)
            return address;
        // A place has a number, or stands behind a colon.
        if (note.Plain[start - 2] != ':' && !note.Plain[text.Start..text.End].Any(char.IsDigit))
            return null;
        return text.Length > 2 * AddressLines.Longest ? null : _parts.Read([], [.. _parts.Parts(text)], isOneLine: true);
    }

    private Span FirstSentence(Span span) => NextSentence().Match(note.Plain, span.Start, span.Length) is { Success: true } next
        ? Span.Between(span.Start, next.Index)
        : span;

    // Short lines under each other, one of them a town with its postcode.
    private NamedAddress? InLines(Span within, IReadOnlyCollection<string> names)
    {
        var block = new List<Span>();
        for (var at = within.Start; at < within.End;)
        {
            var line = note.LineAt(at);
            var text = _parts.Trim(Span.Between(Math.Max(at, line.Start), Math.Min(line.End, within.End)));
            at = line.End + 1;
            if (AddressLines.IsOne(note, text))
                block.Add(text);
            if ((!AddressLines.IsOne(note, text) || at >= within.End) && Address(block, names) is { } address)
                return address;
            if (!AddressLines.IsOne(note, text))
                block.Clear();
        }
        return null;
    }

    private NamedAddress? Address(List<Span> block, IReadOnlyCollection<string> names)
    {
        if (block.Count < 2 || !block.Skip(1).Any(_parts.IsTown) || !IsSetApart(block))
            return null;
        var offices = new OfficeNames(note);
        var lines = block.SkipWhile(
            (l, i) => IsName(l, names) || (i < block.Count - 2 && !note.Plain[l.Start..l.End].Any(char.IsDigit) && offices.IsInstitution(l))
        );
        return Of([.. lines.Take(MostLines)]);
    }

    // Lines of a paragraph are no address, however short the last one is.
    private bool IsSetApart(List<Span> block)
    {
        var first = note.LineAt(block[0].Start);
        var before = first.Start > 0 ? note.LineAt(first.Start - 1) : default;
        return note.Plain[before.Start..before.End].Trim() is { Length: < 60 }
            || note.Plain[before.Start..before.End].TrimEnd().EndsWith(':');
    }

    // "… may be written to at P.O. Box 1440, Accra"
    private NamedAddress? InSentence(Span within) => new ProseAddresses(note, _parts).In(within)
        .Select(p => _parts.Read([], p, isOneLine: true)).FirstOrDefault(a => a is { City: not null, Lines.Count: > 0 });

    private bool IsStreet(Span line) => PlaceWords.HasStreet(note.Plain[line.Start..line.End]);

    private bool IsName(Span line, IReadOnlyCollection<string> names) =>
        names.Any(n => PlainLetters.Of(note.Words(line)).StartsWith(PlainLetters.Of(n), StringComparison.OrdinalIgnoreCase));

    private int Indent(Span line) => note.Plain.AsSpan(line.Start, line.Length) is var text ? text.Length - text.TrimStart().Length : 0;

    [GeneratedRegex(
        @"\G\)?[ \t]{0,40}(?:[:|][ \t:|]{0,40}|\.{2,80}[ \t]{0,20}:?[ \t]{0,20}|\t[ \t]{0,40}|[ ]{3,160}(?=\S)|(?:is|est|es)(?: now| desormais| ahora)?(?: the following| la siguiente| la suivante)?[ ]?:?[ ]{1,3}|[^:.;\n]{0,90}?(?:is|es|est)(?: the following| la siguiente| la suivante)?[ ]?:[ ]|$)"
    )]
    private static partial Regex Leader();

    // "3.", "(iv)", "Item 3 (": what numbers a label.
    [GeneratedRegex(
        @"^[\s|*•·-]*(?:(?:item|point|poste|rubrique|punto)\s\(?[a-z\d]{1,4}[.)]{0,2}|\(?(?:\d{1,2}|[a-z]{1,4})[.)]{1,2}|[a-z]?\d{1,2})?\s*\(?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=\p{Ll}{3})(?<!\b(?:esq|edif|avda|apdo|bldg|str|col))\.\s{1,40}(?=\p{Lu})")]
    private static partial Regex NextSentence();

}
