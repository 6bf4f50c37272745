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
    private const int LongestLine = 70;
    private const int MostLabels = 50;
    private const int FewestOfSentence = 3;
    private const string Months = "january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars|avril"
        + "|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre";

    /// <summary>The address that a stretch gives; null where it gives none.</summary>
    /// <param name="within">The stretch.</param>
    /// <param name="names">What is no part of an address: the names of the authority.</param>
    public NamedAddress? In(Span within, IReadOnlyCollection<string> names) => WithTown(
        note.All(Concept.AddressLabel, within).Take(MostLabels).Select(label => At(label, names)).FirstOrDefault(a => a is not null)
        ?? InLines(within, names) ?? InSentence(within));

    // A town under a label of its own: what stands under the one for the address is the street.
    private NamedAddress? WithTown(NamedAddress? address) =>
        address is null || Labelled.In(note, Concept.TownLabel) is not { } town
            ? address
            : new(
                [
                    .. address.Lines.Concat(address.City is { } part ? [part] : []).Concat(address.Postcode is { } number ? [number] : [])
                        .OrderBy(p => p.Span.Start).DistinctBy(p => p.Span),
                ],
                town, Labelled.In(note, Concept.PostcodeLabel), address.Country);

    /// <summary>The address in lines; null where they make none.</summary>
    public NamedAddress? Of(IReadOnlyList<Span> lines)
    {
        if (lines.Count == 0)
            return null;
        if (lines.Count == 1)
            return Read([], [.. Parts(lines[0])], isOneLine: true);
        var last = Parts(lines[^1]).ToList();
        if (last.Count == 1 && IsCountry(last[0]))
            return Read(lines.Take(lines.Count - 2), [lines[^2], last[0]], isOneLine: false);
        return Read(lines.Take(lines.Count - 1), last, isOneLine: false);
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
        if (note.Plain[Math.Min(line.Start, label.Start)..label.Start].Any(char.IsLetterOrDigit))
            return InProse(gap.Index + gap.Length, names);
        var lines = new List<Span>();
        var first = Trim(FirstSentence(Span.Between(gap.Index + gap.Length, line.End)));
        if (first.Length > 0)
            lines.Add(first);
        for (var at = line.End + 1; at < note.Body.End && lines.Count < MostLines; at = line.End + 1)
        {
            line = note.LineAt(at);
            var next = Trim(line);
            if (next.Length == 0 && lines.Count == 0)
                continue;
            // Below a label that has a value the lines are set in; below one that has none they are what it labels.
            if (!IsOfAddress(next) || first.Length > 0 && Indent(line) <= Indent(note.LineAt(label.Start)))
                break;
            lines.Add(next);
        }
        return Of([.. lines.SkipWhile(l => IsName(l, names))]);
    }

    private NamedAddress? InProse(int start, IReadOnlyCollection<string> names)
    {
        var sentence = note.SentenceAt(Math.Min(start, note.Plain.Length - 1));
        var text = Trim(FirstSentence(Span.Between(start, Math.Min(sentence.End, note.Body.End))));
        if (
            text.Length == 0
            || note.Plain[text.Start..text.End] is var words
                && (words.Contains('@', StringComparison.Ordinal) || words.Contains("\n\n", StringComparison.Ordinal)))
            return text.Length == 0 && Blocks.At(note, start) is { Count: > 0 } block
                ? Of([.. block.SkipWhile(l => IsName(l, names))])
                : null;
        if (InStretches(Span.Between(text.Start, Math.Min(text.End, text.Start + (4 * LongestLine)))) is { } address)
            return address;
        // A place has a number, or stands behind a colon.
        if (note.Plain[start - 2] != ':' && !note.Plain[text.Start..text.End].Any(char.IsDigit))
            return null;
        return text.Length > 2 * LongestLine ? null : Read([], [.. Parts(text)], isOneLine: true);
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
            var text = Trim(Span.Between(Math.Max(at, line.Start), Math.Min(line.End, within.End)));
            at = line.End + 1;
            if (IsOfAddress(text))
                block.Add(text);
            if ((!IsOfAddress(text) || at >= within.End) && Address(block, names) is { } address)
                return address;
            if (!IsOfAddress(text))
                block.Clear();
        }
        return null;
    }

    private NamedAddress? Address(List<Span> block, IReadOnlyCollection<string> names)
    {
        if (block.Count < 2 || !block.Skip(1).Any(IsTown) || !IsSetApart(block))
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
    private NamedAddress? InSentence(Span within)
    {
        if (InStretches(within) is { } address)
            return address;
        if (Box().Match(note.Plain, within.Start, within.Length) is not { Success: true } box)
            return null;
        var end = ProseAddresses.EndIn(note.Plain[box.Index..Math.Min(box.Index + 120, within.End)]);
        var sentence = note.SentenceAt(box.Index + box.Length).End;
        return Read(
            [],
            [.. Parts(Trim(Span.Between(box.Index, Math.Min(box.Index + end, sentence))))],
            isOneLine: true);
    }

    private NamedAddress? InStretches(Span within) => ProseAddresses.In(note, within)
        .Select(s => Read([], [.. Parts(Trim(s))], isOneLine: true)).FirstOrDefault(a => a is { City: not null, Lines.Count: > 0 });

    private bool IsOfAddress(Span line)
    {
        if (line.Length is < 3 or > LongestLine)
            return false;
        var text = note.Plain[line.Start..line.End];
        return !NoLine().IsMatch(text) && !IsLabel(line) && Lower().Count(text) < FewestOfSentence;
    }

    private bool IsLabel(Span line) =>
        new[]
        {
            Concept.PhoneLabel,
            Concept.FaxLabel,
            Concept.EmailLabel,
            Concept.HoursLabel,
            Concept.LanguagesLabel,
            Concept.WebsiteLabel,
        }.Any(c =>
            note.Lexicon[c].AtStart(note.Plain, line) is > 0 and var length
            && !char.IsLetter(note.Plain[Math.Min(line.Start + length, note.Plain.Length - 1)]));

    private bool IsName(Span line, IReadOnlyCollection<string> names) =>
        names.Any(n => note.Words(line).StartsWith(n, StringComparison.OrdinalIgnoreCase));

    private bool IsTown(Span line) => Parts(line).Any(p => Town().IsMatch(note.Plain[p.Start..p.End]));

    private int Indent(Span line) => note.Plain.AsSpan(line.Start, line.Length) is var text ? text.Length - text.TrimStart().Length : 0;

    private NamedAddress? Read(IEnumerable<Span> lines, List<Span> tail, bool isOneLine)
    {
        var country = tail.Count > 0 && IsCountry(tail[^1]) ? Found(tail[^1]) : null;
        if (country is not null)
            tail.RemoveAt(tail.Count - 1);
        var (city, postcode) = TownOf(tail, isOneLine);
        // What commas divide on one line are lines; a line that was printed as one stays one.
        var rest = tail.Count == 0 || isOneLine ? tail : [tail[0].With(tail[^1])];
        var all = lines.Select(Found).Concat(rest.Select(Found)).ToList();
        if ((all.Count == 0 && city is null) || all.Any(IsRunningText))
            return null;
        // A name alone is no address: it may be anything.
        return city is null && !all.Any(l => Text(l.Span).Any(char.IsDigit)) && all.Count == 1 ? null : new(all, city, postcode, country);
    }

    // A wrong address that looks read is worse than none.
    private bool IsRunningText(Found<string> line) =>
        line.Span.Length > LongestLine + LongestLine / 2 || NoLine().IsMatch(Text(line.Span)) || Saying().IsMatch(Text(line.Span))
        || note.Has(Concept.Designation, line.Span) || note.Has(Concept.Unchanged, line.Span);

    private (Found<string>? City, Found<string>? Postcode) TownOf(List<Span> tail, bool isOneLine)
    {
        // A street alone is no town.
        if (tail.Count == 0 || isOneLine && tail.Count == 1 && !Town().IsMatch(note.Plain[tail[0].Start..tail[0].End]))
            return (null, null);
        // Where streets stand behind towns, the town is the one with a postcode in front.
        var at = tail.Count > 1 && First().IsMatch(Text(tail[0])) && !Town().IsMatch(Text(tail[^1])) && Text(tail[^1]).Any(char.IsDigit)
            ? 0 : tail.Count - 1;
        if (City().Match(Text(tail[at])) is not { Success: true } match || Box().IsMatch(match.Value)
            || Street().IsMatch(match.Groups["city"].Value) || HouseNumber().IsMatch(match.Value))
            return (null, null);
        var last = tail[at];
        tail.RemoveAt(at);
        var postcode = match.Groups["pc"].Success ? Found(new(last.Start + match.Groups["pc"].Index, match.Groups["pc"].Length)) : null;
        if (postcode is null && tail.Count > 0 && !Box().IsMatch(note.Plain[tail[^1].Start..tail[^1].End])
            && Postcode().Match(Text(tail[^1])) is { Success: true } alone)
        {
            postcode = Found(new(tail[^1].Start + alone.Groups[1].Index, alone.Groups[1].Length));
            tail.RemoveAt(tail.Count - 1);
        }
        return (Found(new(last.Start + match.Groups["city"].Index, match.Groups["city"].Length)), postcode);
    }

    private string Text(Span span) => note.Plain[span.Start..span.End];

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
        while (start < end && (char.IsWhiteSpace(note.Plain[start]) || note.Plain[start] is '•' or '*' or '|'))
            start++;
        while (end > start && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is '.' or ';' or ',' or '|'))
            end--;
        return Span.Between(start, end);
    }

    private Found<string> Found(Span span) => new(note.Words(span), span, 0.8);

    private bool IsCountry(Span part) => states.TryFind(note.Words(part), out var found, out _) && (state is null || found.Alpha3 == state);

    private static bool IsNumber(string text) =>
        text.Trim() is { Length: > 0 } number && number.All(c => char.IsDigit(c) || c is '-' or '/');

    [GeneratedRegex(
        @"\G[ \t]{0,3}(?:[:|][ \t:|]{0,40}|\.{2,80}[ \t]{0,20}|\t[ \t]{0,40}|[ ]{3,40}(?=\S)|(?:is|est|es)(?: now| desormais| ahora)?(?: the following| la siguiente| la suivante)?[ ]?:?[ ]{1,3}|[^:.;\n]{0,90}?(?:is|es|est)(?: the following| la siguiente| la suivante)?[ ]?:[ ]|$)"
    )]
    private static partial Regex Leader();

    [GeneratedRegex(
        @"^(?:(?<pc>(?:[A-Z]{1,3}[ -]?)?\d{3,6})\s+(?<city>\p{Lu}\D*)"
        + @"|(?<city>\p{Lu}[\p{L} '-]*?)\s+(?<pc>(?:[A-Z]{1,3}\s?)?\d{3,6}(?:-\d{3,4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})"
        + @"|(?<city>\p{Lu}[\p{L} '.-]*(?: 0\d)?))$", RegexOptions.NonBacktracking)]
    private static partial Regex City();

    [GeneratedRegex(@"^(?:[A-Z]{1,3}[ -]?)?\d{3,6}\s+\p{Lu}\D*$", RegexOptions.NonBacktracking)]
    private static partial Regex First();

    [GeneratedRegex(
        @"^(?:(?:[A-Z]{1,3}[ -]?)?\d{3,6}\s+\p{Lu}\D*|\p{Lu}[\p{L} '-]*?\s+(?:(?:[A-Z]{1,3}\s?)?\d{3,6}(?:-\d{3,4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}))$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Town();

    [GeneratedRegex(@"^(?:C\.?P\.?\s*)?((?:[A-Z]{1,3}[ -]?)?\d{3,6})$", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();

    [GeneratedRegex(
        @"\b(?:P\.?\s?O\.?\s?Box|Private Bag|B\.?P\.?|Boite postale|Apartado(?: postal)?|Casilla(?: postal)?)\s{1,40}(?:No\.?\s{0,40})?\d{1,6}",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Box();

    [GeneratedRegex(
        @"[""«»;!?…]|\b(?:which|whose|that|qui|que|dont|cuya?|llama|se|ne|n'|been|being|directory|repertoire|directorio|convention|convencion"
        + @"|articles?|articulos?|anterior|dato|mission|mision)\b|\b(?:" + Months + @")\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Saying();

    [GeneratedRegex(@"(?<=\s|^)(?!(?:de|du|des|del|la|le|les|el|los|las|of|the|rue|avenue|calle|place|piso|bloque|zona|etage|secteur|esquina)\b)\p{Ll}{2,}(?=\s|$|,)")]
    private static partial Regex Lower();

    [GeneratedRegex(@"\b(?:street|road|avenue|avenida|lane|drive|calle|rue|boulevard|building|floor|place)\b|[.]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Street();

    // A street before its number; a postcode behind a town is longer.
    [GeneratedRegex(@"^\D+\s\d{1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"(?<=\p{Ll}{3})\.\s{1,40}(?=\p{Lu})")]
    private static partial Regex NextSentence();

    // Running text, a value under a label, a number, an address of mail, a date.
    [GeneratedRegex(
        @"@|\+\s?\d|https?:|www\.|:|\t|\.{3,}|[ ]{3,}|\b(?:tel|fax|phone|telephone|telefono|telephones?)\b|^(?:the|la|le|les|el|los|las|all|requests?|please|in)\s.{30,}"
        + @"|\w{3,}\.\s+\p{Lu}\w+\s|\b(?:19|20)\d{2}\b$|\b(?:is|are|has|have|will|est|sont|ont|es|son|ha|han)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoLine();
}
