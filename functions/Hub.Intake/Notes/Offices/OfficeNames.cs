using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Offices;

/// <summary>
/// Finds what is called as institutions are: in English by its capitals, in French and Spanish from a word such as Direction on, up to a
/// word that no name holds. A name holds a word for an institution, and is none of those that the note is written by or to.
/// </summary>
internal sealed partial class OfficeNames(NoteText note)
{
    private const int Most = 60;
    private const int FullLine = 45;
    private const int LongestName = 150;
    private readonly bool _capitals = note.Lexicon.Language == Language.English;
    private readonly Phrases _heads = note.Lexicon[Concept.Head];
    private readonly NameEnd _end = new(note);
    private readonly NameLists _lists = new(note);
    private readonly NoOffices _none = new(note);

    /// <summary>The names in a stretch, in order, none within another.</summary>
    public IReadOnlyList<OfficeName> In(Span within)
    {
        var found = new List<OfficeName>();
        for (var at = within.Start; at < within.End && found.Count < Most;)
        {
            if (Next(Span.Between(at, within.End)) is not { } span)
                break;
            at = Math.Max(span.End, at + 1);
            if (Named(span) is { } name)
            {
                found.Add(name);
                at = Math.Max(at, name.Span.End);
            }
        }
        return found;
    }

    /// <summary>The name that a line or a cell is, whatever it is called.</summary>
    public OfficeName Whole(Span span)
    {
        span = Trimmed(span);
        // "… - matière : …": a remark.
        if (Remark().Match(note.Plain, span.Start, span.Length) is { Success: true } remark && remark.Index > span.Start + 5)
            span = Trimmed(Span.Between(span.Start, remark.Index));
        var end = note.Plain.AsSpan(span.Start, span.Length).IndexOfAny('(', ',');
        return end > 3 && Joined(new(span.Start, end), span) is { } joined
            && (joined.Parent is not null || note.Plain[span.Start + end] == '(')
            ? joined
            : Split(span);
    }

    /// <summary>
    /// The name right behind or right before a place, whatever it is called: an article and words in capitals. Who has no article is a
    /// person; States and what else is no office have none of their own.
    /// </summary>
    public OfficeName? Beside(int index, bool isBefore)
    {
        var (start, text) = isBefore
            ? (Math.Max(0, index - LongestName), note.Plain[Math.Max(0, index - LongestName)..index])
            : (index, note.Plain[index..Math.Min(note.Plain.Length, index + LongestName)]);
        foreach (Match match in (isBefore ? AnyBefore() : AnyBehind()).Matches(text))
        {
            var span = new Span(start + match.Groups["name"].Index, match.Groups["name"].Length);
            span = _capitals ? InCapitals(span) : _end.Of(span);
            if (isBefore && span.End != start + match.Groups["name"].Index + match.Groups["name"].Length)
                continue;
            span = Trimmed(span);
            if (span.Length < 6 || _none.Is(span) || IsHeadAlone(span) || _none.IsNoName(span) || NoOffices.IsPerson(Text(span)))
                return null;
            return Joined(span, Span.Between(span.Start, Math.Min(note.Plain.Length, span.End + 160)));
        }
        return null;
    }

    // Up to the first word that is neither in capitals nor leads from one to the next.
    private Span InCapitals(Span span)
    {
        var end = span.Start;
        foreach (Match word in EnglishWord().Matches(note.Plain[span.Start..span.End]))
            if (char.IsUpper(word.Value[0]))
                end = span.Start + word.Index + word.Length;
            else if (!EnglishLink().IsMatch(word.Value))
                break;
        return Span.Between(span.Start, end);
    }

    private string Text(Span span) => note.Plain[span.Start..span.End];

    /// <summary>Whether a stretch holds a word for an institution.</summary>
    public bool IsInstitution(Span span) => _heads.IsIn(note.Plain, span);

    private OfficeName? Named(Span span)
    {
        span = Trimmed(span);
        if (span.Length < 6 || !IsInstitution(span) || _none.Is(span) || IsHeadAlone(span))
            return null;
        return Joined(span, Span.Between(span.Start, Math.Min(note.Plain.Length, span.End + 160)));
    }

    private bool IsHeadAlone(Span span) => _heads.First(note.Plain, span) is { } head && head.Start == span.Start
        && note.Plain.AsSpan(head.End, span.End - head.End).Trim() is "" or "'s" or "'";

    // "Oficina Nacional", "Comandancia General": which one, what follows says.
    private bool IsHalf(Span span) => HalfName().IsMatch(Text(span))
        || _heads.First(note.Plain, span) is { } head && head.Start == span.Start
        && Rank().IsMatch(note.Plain[head.End..span.End]);

    private OfficeName Split(Span whole)
    {
        foreach (Match link in Links().Matches(note.Plain[whole.Start..whole.End]))
        {
            var (left, right) = (new Span(whole.Start, link.Index), Span.Between(whole.Start + link.Index + link.Length, whole.End));
            if (left.Length > 5 && IsInstitution(left) && !IsHeadAlone(Trimmed(left)) && !IsHalf(Trimmed(left)) && BeginsInstitution(right))
                return new(Found(Trimmed(left)), Found(Trimmed(right)));
        }
        return new(Found(whole), null);
    }

    // ", Ministry of Justice", "(Ministère de la Justice)", ", rattachée au Ministère …"
    private OfficeName Joined(Span name, Span around)
    {
        var split = Split(Trimmed(name));
        if (split.Parent is not null)
            return split;
        return split with { Parent = Following(name.End, around.End) };
    }

    /// <summary>What stands right behind an office and is what it is part of; null where nothing is.</summary>
    public Found<string>? ParentBehind(Span office) => Following(office.End, Math.Min(note.Plain.Length, office.End + 160));

    private Found<string>? Following(int from, int to)
    {
        var link = Behind().Match(note.Plain[from..to]);
        if (!link.Success)
            return null;
        var start = from + link.Length;
        return Next(Span.Between(start, to)) is { } next && next.Start - start < 3 && BeginsInstitution(next)
            && !NoOffices.IsOfOthers(Text(next)) ? Found(Trimmed(next)) : null;
    }

    private bool BeginsInstitution(Span span)
    {
        span = Trimmed(span);
        if (span.Length < 5 || !char.IsUpper(note.Plain[span.Start]))
            return false;
        return _capitals
            ? IsInstitution(span) || Offices().IsMatch(note.Plain[span.Start..span.End])
            : _heads.AtStart(note.Plain, span) > 0;
    }

    private Span? Next(Span within)
    {
        if (_capitals)
            return Capitals().Match(note.Plain, within.Start, within.Length) is { Success: true } name
                ? _lists.With(OnLines(new(name.Index, name.Length)))
                : null;
        // A name begins with what it is, in a capital.
        for (var begin = Capital().Match(note.Plain, within.Start, within.Length); begin.Success; begin = begin.NextMatch())
            if (Words().Match(note.Plain, begin.Index, within.End - begin.Index) is { Success: true } words
                && _heads.AtStart(note.Plain, BehindRank(new(words.Index, words.Length))) > 0)
                return _lists.With(_end.Of(OnLines(new(words.Index, words.Length))));
        return null;
    }

    // "Haute Cellule", "Alto Comisionado": what it is stands behind.
    private Span BehindRank(Span words) => RankBefore().Match(note.Plain, words.Start, words.Length) is { Success: true } rank
        ? Span.Between(rank.Index + rank.Length, words.End)
        : words;

    // A name goes on over the end of a line where the line is full, not where it is one of several short ones.
    private Span OnLines(Span span)
    {
        for (var at = span.Start; note.Plain.AsSpan(at, span.End - at).IndexOf('\n') is >= 0 and var end; at += end + 1)
            if (note.LineAt(Math.Max(at + end - 1, span.Start)).Length < FullLine
                || Label().IsMatch(LineFrom(at + end + 1)) || Street().IsMatch(LineFrom(at + end + 1)))
                return Span.Between(span.Start, at + end);
        return span;
    }

    // As it stands: what was left out of the text leaves gaps.
    private string LineFrom(int index) => index < note.Plain.Length ? note.Original[index..note.LineAt(index).End] : "";

    private Found<string> Found(Span span) => new(note.Words(span), span, 0.85);

    private Span Trimmed(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && !char.IsLetterOrDigit(note.Plain[start]))
            start++;
        while (
            end > start
            && (char.IsWhiteSpace(note.Plain[end - 1]) || note.Plain[end - 1] is ',' or ';' or ':' or '.' or '"' or '(' or '-' or '\''))
            end--;
        var text = note.Plain[start..end];
        var (article, tail) = (Article().Match(text), Tail().Match(text));
        if (tail.Success && tail.Index > 3)
            end = start + tail.Index;
        if (article.Success && article.Length < end - start)
            start += article.Length;
        return end > start ? Span.Between(start, end) : span;
    }

    [GeneratedRegex(
        @"(?<![\p{L}])(?!(?:The|This|That|These|Its|It|In|On|From|As|With|Since|Under|Requests?(?![ ](?:Division|Section|Office|Unit|Desk|Bureau|Branch|Registry|Department|Directorate|Cell|Team|Group|Service|Secretariat|Cent(?:re|er))\b)|All|For|By|At|To|And|Of|A|An|After|Should|When|Where|While|Both|Previous|January|February|March|April|May|June|July|August|September|October|November|December"
        + @"|AS|HAS|HAVE|BEEN|IS|ARE|WILL|SHALL|UNDER|WITH|FROM|ITS|THAT|BY|WHICH|THE|DESIGNATED|AND|OF|FOR|STOP|Dear|Regards|Kind|Best)\b)\p{Lu}[\p{L}'-]{0,40}"
        + @"(?:(?:(?:[ ]{1,2}|[ ]?\n[ ]{0,30})(?:of|for|the|and|on|against|&|in(?=[ ]{1,2}(?:Criminal|Civil|Penal|Legal|Judicial))|OF|FOR|THE|AND|ON|AGAINST)){0,3}(?:[ ]{1,2}|[ ]?\n[ ]{0,30})"
            + @"(?!(?:AS|HAS|HAVE|BEEN|IS|ARE|WILL|SHALL|UNDER|WITH|FROM|ITS|THAT|BY|WHICH|DESIGNATED|TAKES|STOP|OF|FOR|AND|THE|ON|CEASE[SD]?|REMAINS?|CONTINUES|REPLACE[SD]|SUCCEEDS|BECOMES|BECAME|ACCORDINGLY|SAID|OUT|Tel|Telephone|Phone|Fax|E-mail|Email|Mobile)\b)\p{Lu}[\p{L}'-]{0,40}){0,14}"
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\s[-–—]\s(?=\p{Ll})")]
    private static partial Regex Remark();

    // "General Directorate", "Central Secretariat": of what, follows.
    [GeneratedRegex(
        @"^(?:General|Central|National|Federal|Chief|Main|Principal|State|Royal|High|Supreme|Special|Joint|Permanent)\s"
        + @"(?:Directorate|Secretariat|Department|Division|Office|Service|Bureau|Unit|Agency|Administration|Inspectorate|Commission|Council|Committee|Registry|Section)$",
        RegexOptions.NonBacktracking)]
    private static partial Regex HalfName();

    [GeneratedRegex(@"^\s(?:nacional|general|central|national|nationale|generale?|centrale|federal|superior|superieure?)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rank();

    [GeneratedRegex(@"\G(?:haute?|alt[oa]|gran|grande?)\s{1,3}(?=\p{Lu})", RegexOptions.IgnoreCase)]
    private static partial Regex RankBefore();

    [GeneratedRegex(@"(?<![\p{L}-])\p{Lu}")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\G\p{Lu}[\p{L}'-]{0,40}(?:[ \t]{1,3}\n?[ \t]{0,40}[\p{L}'-]{1,40}|\n[ \t]{0,40}[\p{L}'-]{1,40}){0,18}")]
    private static partial Regex Words();

    // "Boulevard de Waterloo 115, 1000 Bruxelles", "12 Mint Street, …": an address below the name.
    [GeneratedRegex(@"^\s{0,40}(?:\p{Lu}[\p{L}'.-]{1,40}(?:\s(?:de|du|des|la|le|del|of|the|\p{Lu}[\p{L}'.-]{0,40})){0,4}\s\d{1,4}[a-z]?(?:,|$|\s\p{Lu})|\d{1,4}[ ]\p{Lu}[\p{L}' .-]{2,40}(?:,|$))", RegexOptions.NonBacktracking)]
    private static partial Regex Street();

    // In English every word of a name is in capitals; elsewhere NameEnd says where it ends.
    [GeneratedRegex(
        @"^[\s,]{0,3}(?:(?:to|by|is|on|upon|in|a|es|sera|est|sur|par|en) )?(?:the|la|le|el|al|del|du|au|a la|de la|l'|a l'|de l')[ ]?"
        + @"(?<name>\p{Lu}[\p{L}'-]{1,40}(?:[ \n]{1,2}(?:of |for |the |and |de |del |du |des |la |les |los |las |d'|l'|et |y ){0,3}\p{L}[\p{L}'-]{1,40}){1,12})")]
    private static partial Regex AnyBehind();

    [GeneratedRegex(
        @"(?<=(?:^|[\s(])(?:the|The|la|La|le|Le|el|El|l'|L')[ ]?)(?<name>\p{Lu}[\p{L}'-]{1,40}(?:[ \n]{1,2}[\p{L}'-]{1,40}){1,8})(?:\s?,[^,.;]{0,60},)?\s{1,3}$")]
    private static partial Regex AnyBefore();

    [GeneratedRegex(@"^\s{0,40}\p{L}[\p{L} ()/'-]{2,40}(?:\s?:|\s?\.{3,80}|\t|\s{3,40})", RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\s{1,40}(?:of|within|in|under|at|du|de la|de l'|des|de|del|de los|de las|DU|DE LA|DE L'|DES|DEL|OF|aupres du|aupres de la)\s{0,40}"
        + @"(?:the\s{1,40}|THE\s{1,40}|la\s{1,40}|le\s{1,40}|el\s{1,40})?(?=\p{Lu})")]
    private static partial Regex Links();

    // ", Ministry of Justice", "(organe du Ministère …", ", que depende de la …": what it is part of, behind a name.
    [GeneratedRegex(
        @"^[""»]?\s{0,3}(?:,\s{0,40}|,?\s{0,40}\()?(?:(?:which|that|qui|que)\s{1,40})?"
        + @"(?:(?:is|forms|est|es|se\shalla|se\sencuentra|se\strouve)\s{1,40})?(?:now\s{1,40})?"
        + @"(?:(?:(?:(?:an?|une?|una|the|el|la)\s{1,40})?(?-i:bureau|office|branch|department|oficina|unidad|unite|direction|departement|departamento"
        + @"|(?<=\b(?:an?|une?|una)\s)(?-i:\p{Ll}{4,14})|unit|part|division|service|servicio|body|organe|organo|organ|organismo|section|dependencia|entite|entidad|entity|ente|partie|composante"
        + @"|formation|structure|area|rama|wing|arm|etablissement|antenne|cuerpo|agency|organization)(?-i:\s[\p{Ll}']{2,20}){0,5}?"
        + @"|rattachee?s?|placee?s?\s(?:sous\s(?:l'autorite|la\stutelle)|aupres)|cree?e?\s(?:aupres|au\ssein)|instituee?\s(?:aupres|au\ssein)"
        + @"|sous\sla\stutelle|releve|relevant|depend|dependant|depende|dependiente|adscrit[oa]|pertenecient[ea]|pertenece|integrad[oa]"
        + @"|encuadrad[oa]|attached|subordinated?|reporting|reports|belonging|belongs|(?:established\s|set\sup\s|located\s|housed\s)?(?:within|under)"
        + @"|au\ssein)\b(?:\s{0,40}(?:to|al|a\sla)\b)?)?"
        + @"(?:\s{0,40}\b(?:a\sl'|de\sl'|(?:of|in|within|under|at|au|aux|du|de\sla|de|del|en\sel|en\sla|sous)\b))?"
        + @"(?:(?<=[,('])|(?<=\w))\s{0,40}(?:the\s{1,40}|la\s{1,40}|le\s{1,40}|l'|el\s{1,40})?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"^(?:(?:the|la|le|les|el|los|las|del|du|al|au|a la|de la)\s{1,40}|(?:l|d|a l|de l)'\s{0,40})(?=\p{L})",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Article();

    [GeneratedRegex(
        @"(?:\s{1,40}(?:of|for|the|and|on|in|to|against|&|et|y|e|de|du|des|del|la|le|les|l'|el|los|las|d'|en|a|au|aux)){1,4}$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tail();

    [GeneratedRegex(@"[\p{L}][\p{L}'-]{0,40}")]
    private static partial Regex EnglishWord();

    [GeneratedRegex("^(?:of|for|the|and|on|in|against)$", RegexOptions.NonBacktracking)]
    private static partial Regex EnglishLink();

    [GeneratedRegex(@"\b(?:Presidency|President|Prime Minister|Cabinet|Government|Parliament|Primature|Presidence)\b")]
    private static partial Regex Offices();
}
