using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>
/// Finds addresses in running text: from a town back over what commas set off, as long as that can be lines of an address.
/// "… is housed at 22 Mint Street, Valletta VLT 1330, and can be …"
/// </summary>
internal sealed partial class ProseAddresses(NoteText note, AddressParts parts)
{
    private const int MostParts = 60;
    private const int MostLines = 6;

    /// <summary>The addresses of a stretch, each as its parts; those that an office has left are left out.</summary>
    public IEnumerable<List<Span>> In(Span within)
    {
        foreach (var sentence in note.Sentences(within))
        {
            var before = sentence.Start;
            foreach (var run in Runs(sentence))
                foreach (var found in In([.. parts.Parts(run).Take(MostParts)], isSetOff: IsSetOff(run)))
                {
                    var said = note.Plain[Math.Min(before, found[0].Start)..found[0].Start];
                    before = found[^1].End;
                    if (!NoAddress.IsLeft(said))
                        yield return found;
                }
        }
    }

    // What stands between marks that no address goes over.
    private IEnumerable<Span> Runs(Span sentence)
    {
        var at = sentence.Start;
        foreach (Match match in Break().Matches(note.Plain[sentence.Start..sentence.End]))
        {
            // A line goes on in the next; "Ottawa (Ontario)" is one.
            if (match.Value[0] == ',' || match.Value is ['(', _, ..] || IsOneBreak(match.Value))
                continue;
            if (sentence.Start + match.Index > at)
                yield return Span.Between(at, sentence.Start + match.Index);
            at = sentence.Start + match.Index + match.Length;
        }
        if (sentence.End > at)
            yield return Span.Between(at, sentence.End);
    }

    private static bool IsOneBreak(string blanks) =>
        string.IsNullOrWhiteSpace(blanks) && blanks[0] == '\n' && blanks.Count(c => c == '\n') == 1;

    // Behind a colon, a bar, a dash at the beginning of a line; an address may begin with a name there.
    private bool IsSetOff(Span run) => Mark().IsMatch(note.Plain[Math.Max(0, run.Start - 6)..run.Start]);

    private IEnumerable<List<Span>> In(List<Span> run, bool isSetOff)
    {
        for (var i = 0; i < run.Count; i++)
        {
            var found = TownAt(run, i) is { } town ? Back(run, i, town, isSetOff) : Ahead(run, i, isSetOff);
            if (found is null)
                continue;
            i = Math.Max(i, run.FindLastIndex(p => p.Start <= found[^1].Start));
            yield return found;
        }
    }

    // A town that is known, or has its postcode, perhaps with other words behind: "… 1000 Manila and both take …".
    private Span? TownAt(List<Span> run, int i)
    {
        var part = Bare(run[i]);
        if (NoAddress.IsOther(Text(part)))
            return null;
        var line = note.Plain.AsSpan(part.Start, part.Length).IndexOf('\n') is > 0 and var end ? new Span(part.Start, end) : part;
        if (new[] { part, line }.FirstOrDefault(p => Towns.At(note, p, isFirst: i == 0) is not null) is { Length: > 0 } whole)
            return whole;
        var text = note.Plain[part.Start..part.End];
        var name = Beginning().Match(text);
        if (!name.Success || Time().IsMatch(text[name.Length..]))
            return null;
        var begin = new Span(part.Start, name.Groups["town"].Length);
        return Towns.At(note, begin, isFirst: i == 0) is not null ? begin : null;
    }

    private List<Span>? Back(List<Span> run, int at, Span town, bool isSetOff)
    {
        var lines = new List<Span>();
        var waiting = new List<Span>();
        for (var i = at - 1; i >= 0 && lines.Count + waiting.Count < MostLines; i--)
        {
            var text = Text(run[i]);
            var tail = Math.Max(PlaceWords.Tail(text), OwnLine(text));
            if (tail >= text.Length || NoAddress.IsOther(text[tail..]))
                break;
            var line = Span.Between(run[i].Start + tail, run[i].End);
            waiting.Insert(0, line);
            if (IsPlace(line, i + 1 < run.Count ? run[i + 1] : line) || IsBegun(text, tail, lines.Count, isSetOff && i == 0))
            {
                // The number before a street is on the street's line.
                if (lines.Count > 0 && Text(line).All(char.IsDigit))
                    (waiting[0], lines) = (line.With(lines[0]), [.. lines.Skip(1)]);
                lines.InsertRange(0, waiting);
                waiting.Clear();
            }
            if (tail > 0)
                break;
        }
        var behind = Ahead(run, at, town).ToList();
        // "Quito, Av. 12 de Octubre N24-563": the town first.
        if (lines.Count == 0 && behind.Count == 0 && town.End == run[at].End)
            behind = [.. run.Skip(at + 1).TakeWhile(IsPlaceLine).Take(MostLines)];
        return lines.Count == 0 && !behind.Any(p => IsBox(p) || IsStreetWithNumber(Text(p))) ? null : [.. lines, town, .. behind];
    }

    private bool IsPlaceLine(Span part) => Text(part) is var text && PlaceWords.IsLine(text) && PlaceWords.IsPlace(text)
        && !NoAddress.IsOther(text) && Towns.At(note, part, isFirst: true) is null;

    // A name without a number belongs to an address that begins with it: behind a mark, or a word that leads there.
    private static bool IsBegun(string text, int tail, int lines, bool isSetOff) =>
        lines > 0 && (tail == 0 ? isSetOff : Leads().IsMatch(text[..tail])) && Towns.IsName(text[tail..]);

    // What may stand behind the town: postcode, country, floor, box.
    private IEnumerable<Span> Ahead(List<Span> run, int at, Span town)
    {
        if (town.End < run[at].End)
            return [];
        var behind = run.Skip(at + 1).TakeWhile(p => parts.IsCountry(p) || IsBox(p) || IsFloor(p)
            || (Towns.PostcodeAt(note, p) is not null && !PlaceWords.HasStreet(Text(p)))).ToList();
        if (behind.Count > 0 || at < run.Count - 1)
            return behind;
        var box = InBrackets().Match(note.Plain, town.End, Math.Min(40, note.Plain.Length - town.End)).Groups["box"];
        return box.Success ? [new(box.Index, box.Length)] : [];
    }

    // A street with its number behind a word that leads to one; the town that follows need not be known.
    private List<Span>? Ahead(List<Span> run, int at, bool isSetOff)
    {
        var text = Text(run[at]);
        var tail = PlaceWords.Tail(text);
        if (tail == text.Length || NoAddress.IsOther(text[tail..]) || !IsStreetWithNumber(text[tail..])
            || (tail == 0 ? !isSetOff || at > 0 : !Leads().IsMatch(text[..tail])))
            return null;
        List<Span> found = [Span.Between(run[at].Start + tail, run[at].End)];
        for (var i = at + 1; i < run.Count && found.Count < MostLines; i++)
        {
            var next = Bare(run[i]);
            var town = TownAt(run, i);
            var name = Beginning().Match(Text(next)) is { Success: true } begin && !Time().IsMatch(Text(next)[begin.Length..])
                ? new Span(next.Start, begin.Groups["town"].Length) : (Span?)null;
            var line = town ?? (PlaceWords.IsLine(Text(next)) && !NoAddress.IsOther(Text(next)) ? next : name);
            if (line is not { } part || NoAddress.IsOther(Text(part)))
                break;
            found.Add(part);
            if (town is not null)
                return [.. found, .. Ahead(run, i, part)];
            if (part.End < run[i].End)
                break;
        }
        return found.Count > 1 && Towns.IsName(Text(found[^1])) ? found : null;
    }

    // A street that begins a line below something else.
    private static int OwnLine(string text) =>
        text.LastIndexOf('\n') is > 0 and var end && !PlaceWords.IsPlace(text[..end])
        && text[(end + 1)..].TrimStart() is { Length: > 0 } line
        && (char.IsDigit(line[0]) || PlaceWords.HasStreet(line.Split(' ')[0])) ? text.Length - line.Length : 0;

    private bool IsPlace(Span line, Span next) => PlaceWords.IsPlace(Text(line))
        && (!Text(line).All(char.IsDigit) || (next.Start > line.End && PlaceWords.HasStreet(Text(next))));

    private static bool IsStreetWithNumber(string text) => text.Any(char.IsDigit)
        && (PlaceWords.HasStreet(text) || ((char.IsDigit(text[0]) || char.IsDigit(text[^1])) && text.Any(char.IsUpper)));

    private bool IsBox(Span part) => AddressParts.Box().IsMatch(Text(part));

    private bool IsFloor(Span part) => Floor().IsMatch(Text(part)) && PlaceWords.IsLine(Text(part));

    // "at Dakar", "in Lusaka".
    private Span Bare(Span part) => Preposition().Match(Text(part)) is { Success: true } lead
        ? Span.Between(part.Start + lead.Length, part.End) : part;

    private string Text(Span span) => note.Plain[span.Start..span.End];

    [GeneratedRegex(@",\s*\n\s*|\((?:\p{Lu}\p{L}+|(?:P\.?\s?O\.?\s?Box|B\.?P\.?|Apartado|Casilla|Private Bag)\s[^()]{1,20})\)|[;:@|*•·()\[\]<>\t]|\n\s*|[ ]{3,}|\+\s?\d|\n\s*[-–]\s|\S{1,64}@\S{1,64}|\bSTOP\b", RegexOptions.NonBacktracking)]
    private static partial Regex Break();

    [GeneratedRegex(@"[:|*•·(\t]\s*$|[ ]{3}$|\n\s*-?\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    // Capitals and numbers, with the small words of names between.
    [GeneratedRegex(
        @"^(?<town>(?:[A-Z]{0,3}-?\d[\d -]{2,8}\s)?\p{Lu}[\p{L}'.-]*(?:\s(?:(?:de|del|la|las|los|el|of|the|d'|du|des)\s){0,2}[\p{Lu}\d][\p{L}\d'-]*){0,4})(?:\s|$)")]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\s*(?:local\s|standard\s)?(?:time|hour)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Time();

    [GeneratedRegex(@"^(?:a|in|at|en|to|y a)\s+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"\G\s?\((?<box>[^()]{3,30})\)")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"\b(?:floor|level|etage|piso|nivel|planta|room|bureau|oficina|office|bloc|block)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Floor();

    // An office is at an address behind such words.
    [GeneratedRegex(
        @"\b(?:at|to|in|on|is|are|occup\w{1,5}|a|au|aux|en|es|est|sis|sise|sit[oa]s?|situee?|installee?|trouve|logee?|ubicad[oa]|premises|address|adresse|direccion|sede|siege)\s+"
        + @"(?:the\s+|la\s+|le\s+|les\s+|el\s+|los\s+|l')?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Leads();
}
