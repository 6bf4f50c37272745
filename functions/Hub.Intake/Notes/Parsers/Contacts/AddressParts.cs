using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>Takes the lines of a postal address apart: the town, its postcode, the country, and what stands above them.</summary>
internal sealed partial class AddressParts(NoteText note, StateCatalog states, StateCode? state)
{
    private const int LongestTown = 60;

    /// <summary>The months whose names are no other words.</summary>
    public const string Months = "january|february|march|april|june|july|august|september|october|november|december|janvier|fevrier|mars"
        + "|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre"
        + "|noviembre|diciembre";

    /// <summary>The address that lines and the parts of the last of them make; null where they make none.</summary>
    public NamedAddress? Read(IEnumerable<Span> lines, List<Span> tail, bool isOneLine)
    {
        List<Span> above = [.. lines];
        var country = TakeCountry(tail, above.Count == 0);
        var town = TakeTown(tail, above.Count == 0);
        // What commas divide on one line are lines; a line that was printed as one stays one.
        var rest = tail.Count == 0 || isOneLine ? tail : [tail[0].With(tail[^1])];
        var all = above.Select(Found).Concat(rest.Select(Found)).ToList();
        if ((all.Count == 0 && town is null) || all.Any(IsRunningText) || (town is not null && IsOfSender(Text(town.City))))
            return null;
        // A name alone is no address: it may be anything.
        return town is null && !all.Any(l => Text(l.Span).Any(char.IsDigit)) && all.Count == 1 ? null
            : new(all, town is null ? null : Found(town.City), town?.Postcode is { } code ? Found(code) : null, country);
    }

    // Notes are written in Vienna; only Austria's authorities are there.
    private bool IsOfSender(string town) => state?.Value != "AUT" && town.ToUpperInvariant() is ("VIENNA" or "VIENNE" or "VIENA" or "WIEN");

    // The name of some States is that of their capital, too.
    private Found<string>? TakeCountry(List<Span> tail, bool isWhole)
    {
        if (tail.Count == 0 || !IsCountry(tail[^1]))
            return null;
        var last = tail[^1];
        if (Towns.IsKnown(Text(last)) && !tail.SkipLast(1).Where((p, i) => Towns.At(note, p, isWhole && i == 0) is not null).Any())
            return null;
        tail.RemoveAt(tail.Count - 1);
        return Found(last);
    }

    // The last one with a postcode; else the last that is known, or that a postcode stands beside; else the last name.
    private Town? TakeTown(List<Span> tail, bool isWhole)
    {
        var towns = tail.Select((p, i) => Towns.At(note, p, isWhole && i == 0)).ToList();
        var at = towns.FindLastIndex(t => t?.Postcode is not null);
        if (at < 0)
            at = towns.FindLastIndex(t => t is not null);
        var code = at >= 0 && towns[at]!.Postcode is not null ? -1
            : tail.FindLastIndex(p =>
                !PlaceWords.HasStreet(Text(p)) && Towns.PostcodeAt(note, p) is not null && (!isWhole || p != tail[0]));
        if (at < 0 && code >= 0)
            at = code > 0 && Towns.IsName(Text(tail[code - 1])) ? code - 1
                : code + 1 < tail.Count && Towns.IsName(Text(tail[code + 1])) ? code + 1 : -1;
        if (at < 0 && tail.Count > (isWhole ? 1 : 0) && Towns.IsName(Text(tail[^1])))
            at = tail.Count - 1;
        if (at < 0)
            return null;
        var town = towns[at] ?? new(tail[at], null);
        if (code >= 0)
            town = town with { Postcode = Towns.PostcodeAt(note, tail[code]) };
        // "Ottawa, Ontario K1A 0P9": the province goes with the town.
        var isProvince = towns[at]?.Postcode is not null && !Towns.IsKnown(Text(town.City)) && at > 0 && Towns.IsKnown(Text(tail[at - 1]));
        if (isProvince)
            town = town with { City = tail[at - 1].With(town.City) };
        foreach (var i in new[] { at, code, isProvince ? at - 1 : -1 }.Where(i => i >= 0).Order().Reverse())
            tail.RemoveAt(i);
        return town;
    }

    // A wrong address that looks read is worse than none.
    private bool IsRunningText(Found<string> line) =>
        line.Span.Length > AddressLines.Longest * 3 / 2 || AddressLines.IsOther(Text(line.Span)) || Saying().IsMatch(Text(line.Span))
        || note.Has(Concept.Designation, line.Span) || note.Has(Concept.Unchanged, line.Span);

    /// <summary>Whether a line is a town that is known, or has one with its postcode or behind a box.</summary>
    public bool IsTown(Span line) =>
        Towns.IsKnown(Text(line)) || Parts(line).ToList() is var parts
            && (parts.Any(p => Towns.At(note, p, isFirst: false) is { Postcode: not null }
                || (parts.Count > 1 && Towns.PostcodeAt(note, p) is not null))
                || (parts is [var box, var town] && Box().IsMatch(Text(box)) && Towns.IsKnown(Text(town))));

    /// <summary>What commas and dashes divide a line into; a number alone belongs to the street beside it.</summary>
    public IEnumerable<Span> Parts(Span line)
    {
        var parts = new List<Span>();
        foreach (var part in Divided(line).SelectMany(Inner).Select(Trim).Where(p => p.Length > 0))
        {
            var belongs = parts.Count > 0 && (Towns.IsRegion(Text(part)) || IsNumberOf(parts[^1], part) || IsNumber(Text(parts[^1])));
            if (belongs)
                parts[^1] = parts[^1].With(part);
            else
                parts.Add(part);
        }
        return parts;
    }

    // "Calle de la Bolsa, 8"; the number before a street is the street's.
    private bool IsNumberOf(Span street, Span number) =>
        IsNumber(Text(number)) && number.Length < 5 && PlaceWords.HasStreet(Text(street)) && !Text(street).Any(char.IsDigit);

    private IEnumerable<Span> Divided(Span line)
    {
        var start = line.Start;
        foreach (Match match in Divider().Matches(Text(line)))
        {
            // "5 - 7 Main Street" is one.
            if (match.Value[0] != ',' && IsNumber(note.Plain[start..(line.Start + match.Index)]))
                continue;
            yield return Span.Between(start, line.Start + match.Index);
            start = line.Start + match.Index + match.Length;
        }
        yield return Span.Between(start, line.End);
    }

    // "BP 552 Moroni", "22 Mint Street in Valletta", "Montevideo código postal 11100": what no comma divides.
    private IEnumerable<Span> Inner(Span part)
    {
        part = Trim(part);
        if (Labelled().Match(Text(part)) is { Success: true, Index: > 0 } label)
            return Inner(new(part.Start, label.Index)).Append(Span.Between(part.Start + label.Index, part.End));
        if (Bracketed().Match(Text(part)) is { Success: true } box)
            return [Span.Between(part.Start, part.Start + box.Index), new(part.Start + box.Groups["box"].Index, box.Groups["box"].Length)];
        if (Country().Match(Text(part)) is { Success: true } country
            && new Span(part.Start + country.Groups["country"].Index, country.Groups["country"].Length) is var state && IsCountry(state))
            return Inner(Span.Between(part.Start, part.Start + country.Index)).Append(state);
        if (Towns.At(note, part, isFirst: false) is not null)
            return [part];
        if (LineEnd(part) is { } end)
            return Inner(Span.Between(part.Start, end)).Concat(Inner(Span.Between(end, part.End)));
        // No town has a longer name: a stranger may send a line of a million digits.
        for (var at = part.End - 1; at > Math.Max(part.Start, part.End - LongestTown); at--)
            if (note.Plain[at - 1] is ' ' or '\n' && Towns.IsKnown(note.Plain[at..part.End])
                && Before().IsMatch(note.Plain[part.Start..at]) && !Towns.IsKnown(Text(part)))
                return [Span.Between(part.Start, Lead(part.Start, at)), Span.Between(at, part.End)];
        return [part];
    }

    // Where a box, or a town with its postcode, stands on a line of its own below a street with its number.
    private int? LineEnd(Span part)
    {
        if (Text(part).IndexOf('\n', StringComparison.Ordinal) is not (> 0 and var at))
            return null;
        var (above, below) = (Text(part)[..at], Trim(Span.Between(part.Start + at, part.End)));
        var isOwn = Box().Match(Text(below)) is { Success: true, Index: 0 }
            || Towns.At(note, below, isFirst: false) is { Postcode: not null };
        return isOwn && PlaceWords.IsPlace(above) && above.Any(char.IsDigit) ? part.Start + at : null;
    }

    private int Lead(int start, int at) =>
        Preposition().Match(note.Plain[start..at]) is { Success: true } match ? start + match.Index : at;

    /// <summary>A stretch without what stands around it.</summary>
    public Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(note.Plain[start]) || note.Plain[start] is '•' or '*' or '|'))
            start++;
        if (Item().Match(note.Plain, start, end - start) is { Success: true } item)
            start += item.Length;
        while (end > start && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is '.' or ';' or ',' or '|')
            && !IsInitial(start, end))
            end--;
        return Span.Between(start, end);
    }

    // "Bogota, D. C.": the stop is of the name.
    private bool IsInitial(int start, int end) => end - start > 3 && note.Plain[end - 1] == '.' && char.IsUpper(note.Plain[end - 2])
        && (note.Plain[end - 3] == '.' || (note.Plain[end - 3] == ' ' && note.Plain[end - 4] == '.'));

    private string Text(Span span) => note.Plain[span.Start..span.End];

    private Found<string> Found(Span span) => new(note.Words(span), span, 0.8);

    /// <summary>Whether a part is the name of the State.</summary>
    public bool IsCountry(Span part) => states.TryFind(note.Words(part), out var found, out _) && (state is null || found.Alpha3 == state);

    private static bool IsNumber(string text) =>
        text.Trim() is { Length: > 0 } number && number.All(c => char.IsDigit(c) || c is '-' or '/');

    // "2.1 15 Strand Road": the number of the paragraph.
    [GeneratedRegex(@"\G\d{1,2}\.\d{1,2}\.?\s{1,8}(?=\d|\p{Lu})")]
    private static partial Regex Item();

    // "Lomé (Togo)".
    [GeneratedRegex(@"\s\((?<country>\p{Lu}[\p{L}' -]{2,40})\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Country();

    [GeneratedRegex(@",|\s[-/]\s", RegexOptions.NonBacktracking)]
    private static partial Regex Divider();

    [GeneratedRegex(@"\b(?:codigo postal|code postal|post\s?code|postal code)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s\((?<box>[^()]{2,20}\d[^()]{0,8})\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Bracketed();

    // What a town may follow without a comma: a number, or a word that says where.
    [GeneratedRegex(@"(?:\d[\w./-]*|\s(?:a|in|at|en|de|of))\s+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Before();

    [GeneratedRegex(@"\s+(?:a|in|at|en|de|of)\s+$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Preposition();

    [GeneratedRegex(
        @"\b(?:\d\d\s)?(?:P\.?\s?O\.?\s?Box|Private Bag|B\.?P\.?|Boite postale|Apartado(?: postal)?|Casilla(?: postal)?)\s{1,40}(?:No\.?\s{0,40})?\d{1,6}",
        RegexOptions.IgnoreCase
    )]
    internal static partial Regex Box();

    [GeneratedRegex(
        @"[""«»;!?…]|\b(?:which|whose|that|qui|que|dont|cuya?|llama|se|ne|n'|been|being|directory|repertoire|directorio|convention|convencion"
        + @"|articles?|articulos?|anterior|dato|mission|mision|semana|jours|stop)\b|\b(?:" + Months
        + @"),?\s(?:de\s|del\s)?(?:19|20)\d{2}\b|\b(?:on|from|since|until|by|desde|hasta|depuis|el|le|du)\s\d{1,2}\s(?:de\s)?(?:" + Months + @")\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Saying();
}
