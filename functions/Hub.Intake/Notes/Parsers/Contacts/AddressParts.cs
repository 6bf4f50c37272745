using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>Takes the lines of a postal address apart: the town, its postcode, the country, and what stands above them.</summary>
internal sealed partial class AddressParts(NoteText note, StateCatalog states, StateCode? state)
{
    /// <summary>The months whose names are no other words.</summary>
    public const string Months = "january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars"
        + "|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre"
        + "|noviembre|diciembre";

    /// <summary>The address that lines and the parts of the last of them make; null where they make none.</summary>
    public NamedAddress? Read(IEnumerable<Span> lines, List<Span> tail, bool isOneLine)
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
        line.Span.Length > AddressLines.Longest * 3 / 2 || AddressLines.IsOther(Text(line.Span)) || Saying().IsMatch(Text(line.Span))
        || note.Has(Concept.Designation, line.Span) || note.Has(Concept.Unchanged, line.Span);

    /// <summary>Whether a line has a town with its postcode.</summary>
    public bool IsTown(Span line) => Parts(line).Any(p => Town().IsMatch(note.Plain[p.Start..p.End]));

    /// <summary>What commas divide a line into; a number alone belongs to the street that follows it.</summary>
    public IEnumerable<Span> Parts(Span line)
    {
        var start = line.Start;
        for (var at = line.Start; at <= line.End; at++)
        {
            if (at < line.End && (note.Plain[at] != ',' || IsNumber(note.Plain[start..at])) && !IsBehindBox(line, start, at))
                continue;
            var part = Trim(Span.Between(start, at));
            if (part.Length > 0)
                yield return part;
            start = at + 1;
        }
    }

    // "BP 552 Moroni": the town behind a box.
    private bool IsBehindBox(Span line, int start, int at) => at + 2 < line.End && note.Plain[at] == ' ' && char.IsUpper(note.Plain[at + 1])
        && char.IsDigit(note.Plain[at - 1 < start ? start : at - 1]) && WholeBox().IsMatch(note.Plain[start..at]);

    /// <summary>A stretch without what stands around it.</summary>
    public Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(note.Plain[start]) || note.Plain[start] is '•' or '*' or '|'))
            start++;
        while (end > start && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is '.' or ';' or ',' or '|'))
            end--;
        return Span.Between(start, end);
    }

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

    private Found<string> Found(Span span) => new(note.Words(span), span, 0.8);

    /// <summary>Whether a part is the name of the State.</summary>
    public bool IsCountry(Span part) => states.TryFind(note.Words(part), out var found, out _) && (state is null || found.Alpha3 == state);

    private static bool IsNumber(string text) =>
        text.Trim() is { Length: > 0 } number && number.All(c => char.IsDigit(c) || c is '-' or '/');

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
        @"\b(?:\d\d\s)?(?:P\.?\s?O\.?\s?Box|Private Bag|B\.?P\.?|Boite postale|Apartado(?: postal)?|Casilla(?: postal)?)\s{1,40}(?:No\.?\s{0,40})?\d{1,6}",
        RegexOptions.IgnoreCase
    )]
    internal static partial Regex Box();

    [GeneratedRegex(@"^\s{0,3}(?:\d\d\s)?(?:P\.?\s?O\.?\s?Box|B\.?P\.?)\s\d{1,6}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WholeBox();

    [GeneratedRegex(
        @"[""«»;!?…]|\b(?:which|whose|that|qui|que|dont|cuya?|llama|se|ne|n'|been|being|directory|repertoire|directorio|convention|convencion"
        + @"|articles?|articulos?|anterior|dato|mission|mision|semana|jours|stop)\b|\b(?:" + Months + @")\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Saying();

    [GeneratedRegex(@"\b(?:street|road|avenue|avenida|lane|drive|calle|rue|boulevard|building|floor|place)\b|[.]", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Street();

    // A street before its number; a postcode behind a town is longer.
    [GeneratedRegex(@"^\D+\s\d{1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex HouseNumber();
}
