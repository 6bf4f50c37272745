using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Offices;

/// <summary>Finds where a name begins and ends: words in capitals, over the ends of lines, without article and tail.</summary>
internal sealed partial class NameStretch(NoteText note)
{
    private const int FullLine = 45;
    private readonly bool _capitals = note.Lexicon.Language == Language.English;
    private readonly Phrases _heads = note.Lexicon[Concept.Head];
    private readonly NameEnd _end = new(note);

    /// <summary>The first stretch that may be a name.</summary>
    public Span? Next(Span within)
    {
        if (_capitals)
            return Capitals().Match(note.Plain, within.Start, within.Length) is { Success: true } name
                ? OnLines(new(name.Index, name.Length))
                : null;
        // A name begins with what it is, in a capital.
        for (var begin = Capital().Match(note.Plain, within.Start, within.Length); begin.Success; begin = begin.NextMatch())
            if (Words().Match(note.Plain, begin.Index, within.End - begin.Index) is { Success: true } words
                && _heads.AtStart(note.Plain, BehindRank(new(words.Index, words.Length))) > 0)
                return _end.Of(OnLines(new(words.Index, words.Length)));
        return null;
    }

    /// <summary>A stretch without article, tail and signs around it.</summary>
    public Span Trimmed(Span span)
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

    /// <summary>A stretch that is called as no institution is, up to where its words end to be a name.</summary>
    public Span Ended(Span span) => _capitals ? InCapitals(span) : _end.Of(span);

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

    // "Haute Cellule", "Alto Comisionado": what it is stands behind.
    private Span BehindRank(Span words) => RankBefore().Match(note.Plain, words.Start, words.Length) is { Success: true } rank
        ? Span.Between(rank.Index + rank.Length, words.End)
        : words;

    // A name goes on over the end of a line where the line is full, not where it is one of several short ones.
    private Span OnLines(Span span)
    {
        for (var at = span.Start; note.Plain.AsSpan(at, span.End - at).IndexOf('\n') is >= 0 and var end; at += end + 1)
            if (note.LineAt(Math.Max(at + end - 1, span.Start)).Length < FullLine || Label().IsMatch(LineFrom(at + end + 1)))
                return Span.Between(span.Start, at + end);
        return span;
    }

    // As it stands: what was left out of the text leaves gaps.
    private string LineFrom(int index) => index < note.Plain.Length ? note.Original[index..note.LineAt(index).End] : "";

    [GeneratedRegex(
        @"(?<![\p{L}])(?!(?:The|This|That|These|Its|It|In|On|From|As|With|Since|Under|Requests?|All|For|By|At|To|And|Of|A|An|After|Should|When|Where|While|Both|Previous|January|February|March|April|May|June|July|August|September|October|November|December"
        + @"|AS|HAS|HAVE|BEEN|IS|ARE|WILL|SHALL|UNDER|WITH|FROM|ITS|THAT|BY|WHICH|THE|DESIGNATED|AND|OF|FOR|STOP|Dear|Regards|Kind|Best)\b)\p{Lu}[\p{L}'-]{0,40}"
        + @"(?:(?:(?:[ ]{1,2}|[ ]?\n[ ]{0,30})(?:of|for|the|and|on|against|&|in(?=[ ]{1,2}(?:Criminal|Civil|Penal|Legal|Judicial))|OF|FOR|THE|AND|ON|AGAINST)){0,3}(?:[ ]{1,2}|[ ]?\n[ ]{0,30})"
            + @"(?!(?:AS|HAS|HAVE|BEEN|IS|ARE|WILL|SHALL|UNDER|WITH|FROM|ITS|THAT|BY|WHICH|DESIGNATED|TAKES|STOP|OF|FOR|AND|THE|ON)\b)\p{Lu}[\p{L}'-]{0,40}){0,14}"
    )]
    private static partial Regex Capitals();

    [GeneratedRegex(@"\G(?:haute?|alt[oa]|gran|grande?)\s{1,3}(?=\p{Lu})", RegexOptions.IgnoreCase)]
    private static partial Regex RankBefore();

    [GeneratedRegex(@"(?<![\p{L}-])\p{Lu}")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\G\p{Lu}[\p{L}'-]{0,40}(?:[ \t]{1,3}\n?[ \t]{0,40}[\p{L}'-]{1,40}|\n[ \t]{0,40}[\p{L}'-]{1,40}){0,18}")]
    private static partial Regex Words();

    [GeneratedRegex(@"^\s{0,40}\p{L}[\p{L} ()/'-]{2,40}(?:\s?:|\s?\.{3,80}|\t|\s{3,40})", RegexOptions.NonBacktracking)]
    private static partial Regex Label();

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
}
