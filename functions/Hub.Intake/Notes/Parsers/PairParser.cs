using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers;

/// <summary>A pair of instrument and article as a note names it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Paragraph">The paragraph named with it; null where none is.</param>
internal sealed record NamedPair(Pair Pair, int? Paragraph)
{
    /// <summary>Whether it is about the legal basis of extradition, not about an authority (UNTOC art. 16(5), UNCAC art. 44(6)).</summary>
    public bool IsLegalBasis => (Pair.Instrument, Pair.Article, Paragraph) is (Instrument.Untoc, "16", 5) or (Instrument.Uncac, "44", 6);
}

/// <summary>Finds articles, and to which instrument each belongs.</summary>
internal sealed partial class PairParser(NoteText note)
{
    // No note names more; a text made of nothing else would only cost time.
    private const int Most = 200;
    private readonly string _plain = WithoutLeaders(note.Plain);
    private readonly List<(Instrument Instrument, Span Span)> _instruments = Instruments(note.Whole, WithoutLeaders(note.Plain));

    /// <summary>The pairs of a stretch, wherever they are named, in order.</summary>
    public IReadOnlyList<Found<NamedPair>> In(Span within) =>
        [.. Articles(within).Take(Most).Select(Belonging).OfType<Found<NamedPair>>()];

    /// <summary>Each of some pairs once, where it is named first.</summary>
    public static IReadOnlyList<Found<NamedPair>> Each(IEnumerable<Found<NamedPair>> pairs) =>
        [.. pairs.DistinctBy(f => (f.Value.Pair, f.Value.IsLegalBasis))];

    /// <summary>
    /// The pairs of the articles that are named without an instrument, where an authority has each of one instrument only.
    /// </summary>
    public IReadOnlyList<Found<NamedPair>> Of(IReadOnlyCollection<Pair> known, Span within) => _instruments.Count > 0 ? [] :
    [
        .. from article in Articles(within).Take(Most)
           let meant = known.Where(p => p.Article == article.Article).ToList()
           where meant.Count == 1
           select new Found<NamedPair>(new(meant[0], article.Paragraph), article.Span, 0.7),
    ];

    /// <summary>An article that the one instrument named in its sentence does not have for anything.</summary>
    public Found<NamedPair>? Foreign(Span within)
    {
        foreach (var (article, paragraph, span) in Articles(within).Take(Most))
        {
            var sentence = note.SentenceAt(span.Start);
            var instruments = _instruments.Where(i => sentence.Holds(i.Span)).Select(i => i.Instrument).Distinct().ToList();
            var meant = Pairs.Allowed.Where(p => p.Article == article).Select(p => p.Matter).Distinct().ToList();
            if (instruments is [var one] && meant.Count > 0)
                return new(new(new(one, article, meant[0]), paragraph), span, 0.5);
        }
        return null;
    }

    /// <summary>The instruments that a stretch names.</summary>
    public IEnumerable<Instrument> InstrumentsIn(Span within) => _instruments.Where(i => within.Holds(i.Span)).Select(i => i.Instrument);

    /// <summary>The pairs that instruments and matters alone make, where the articles are not named.</summary>
    public IReadOnlyList<Found<NamedPair>> WithoutArticle(Span within) =>
    [
        .. from sentence in note.Sentences(within)
           from matter in Lexicon.Matters
           let named = matter.Value.First(note.Plain, sentence)
           where named is not null
           from instrument in _instruments
           where sentence.Holds(instrument.Span)
           let pairs = Pairs.Allowed.Where(p => p.Instrument == instrument.Instrument && p.Matter == matter.Key).ToList()
           where pairs.Count == 1
           select new Found<NamedPair>(new(pairs[0], null), named.Value.With(instrument.Span), 0.7),
    ];

    // "Article ............. 18": dots that lead from a label to its value.
    private static string WithoutLeaders(string text) => Leaders().Replace(text, m => new(' ', m.Length));

    private static List<(Instrument, Span)> Instruments(Span whole, string plain) =>
    [
        .. from instrument in Lexicon.Instruments
           from span in instrument.Value.In(plain, whole)
           orderby span.Start, span.Length descending
           select (instrument.Key, span),
    ];

    private IEnumerable<(string Article, int? Paragraph, Span Span)> Articles(Span within)
    {
        foreach (Match match in Article.Matches(_plain[within.Start..within.End]))
            foreach (Capture number in match.Groups["n"].Captures)
                yield return (number.Value, Paragraph(match), Place(within, match, number));
        foreach (var row in Rows(within))
            yield return (row.Value, null, new(row.Index, row.Length));
    }

    // "Article | until … | from …", and rows that begin with the number of theirs.
    private IEnumerable<Group> Rows(Span within)
    {
        if (Title().Match(_plain, within.Start, within.Length) is not { Success: true } title)
            yield break;
        for (var row = Row().Match(_plain, title.Index + title.Length); row.Success && row.Index < within.End; row = row.NextMatch())
            yield return row.Groups["n"];
    }

    [GeneratedRegex(@"(?:^|\n)[ \t|]{0,20}(?:articles?|arts?\.|articulos?)[ ]{0,60}[|\t][^\n]{0,300}", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\n[ \t|]{0,20}(?<n>\d{1,2})(?:[ ]?\([^()|\n]{2,60}\)|[ ]{1,3}[-–:]?[ ]?[^|\n\t\d]{2,60})?[ ]{0,60}[|\t]", RegexOptions.IgnoreCase)]
    private static partial Regex Row();

    // In a row of a table each stands in a column of its own.
    private static Span Place(Span within, Match match, Capture number) =>
        match.Value.AsSpan(0, number.Index - match.Index).TrimEnd() is [.., '|']
            ? new(within.Start + number.Index, number.Length)
            : new(within.Start + match.Index, match.Length);

    private static int? Paragraph(Match match) => match.Groups["p"].Captures.FirstOrDefault()?.Value is { } p ? int.Parse(p, null) : null;

    // The instrument follows its article, or precedes it; one that does not have the article for anything is not meant.
    private Found<NamedPair>? Belonging((string Article, int? Paragraph, Span Span) article)
    {
        var sentence = note.SentenceAt(article.Span.Start);
        var after = _instruments.Where(i => i.Span.Start >= article.Span.End && i.Span.End <= sentence.End);
        var before = _instruments.Where(i => i.Span.End <= article.Span.Start).Reverse();
        var named = after.Concat(before).Select(i => (i.Span, Pair: Allowed(i.Instrument, article.Article)))
            .FirstOrDefault(c => c.Pair is not null);
        return named.Pair is { } pair
            ? new(new(AsSaid(pair, sentence), article.Paragraph), Words(article.Span, named.Span, sentence))
            : OfProtocol(article.Article, article.Paragraph, article.Span, sentence);
    }

    // "Firearms (article 13 of the Protocol)": which one, the matter says.
    private Found<NamedPair>? OfProtocol(string article, int? paragraph, Span span, Span sentence) =>
        Protocol().IsMatch(note.Plain[span.End..Math.Max(span.End, Math.Min(sentence.End, span.End + BesideArticle))])
        && Pairs.Allowed.Where(p => p.Article == article && p.Instrument is not (Instrument.Untoc or Instrument.Uncac or Instrument.Cnd1988)
            && Lexicon.Matters.TryGetValue(p.Matter, out var matter) && matter.IsIn(note.Plain, sentence)).ToList() is [var only]
            ? new(new(only, paragraph), span, 0.8)
            : null;

    private const int BesideArticle = 24;

    [GeneratedRegex(@"^\s{0,2}(?:of the|du|del)\s{1,3}protocol[eo]?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Protocol();

    // "Article 13 of the Convention" for firearms means the protocol's (V04): the pair is put in as it was said, and the rules ask.
    private Pair AsSaid(Pair pair, Span sentence)
    {
        if (Lexicon.Matters.TryGetValue(pair.Matter, out var own) && own.IsIn(note.Plain, sentence))
            return pair;
        var meant = Pairs.Allowed.Where(p => p.Article == pair.Article && p.Instrument != pair.Instrument
            && !IsNamed(p.Instrument, sentence)
            && Lexicon.Matters.TryGetValue(p.Matter, out var other) && other.IsIn(note.Plain, sentence)).ToList();
        return meant.Count == 0 ? pair : pair with { Matter = meant[0].Matter };
    }

    private bool IsNamed(Instrument instrument, Span sentence) =>
        _instruments.Any(i => i.Instrument == instrument && sentence.Holds(i.Span));

    private static Span Words(Span article, Span instrument, Span sentence) =>
        sentence.Holds(instrument) ? article.With(instrument) : article;

    private static Pair? Allowed(Instrument instrument, string article) =>
        Pairs.Allowed.FirstOrDefault(p => p.Instrument == instrument && p.Article == article);

    [GeneratedRegex(@"(?:\.{3,80}|…{1,20}):?")]
    private static partial Regex Leaders();

    // A number is an article's, not a day's; what stands in brackets behind it says which matter it is for.
    private static readonly Regex Article = new(
        @"(?:(?:paragraph|para\.?|paragraphe|parrafo)s?\s+(?<p>\d{1,2})(?:\s*\([a-z]\)|\s+[a-z]\))?\s*,?\s+(?:of|de\s+l'|del|de)\s*)?"
        + @"\b(?:articles?|arts?\.?|articulos?|artic\.)(?:\s+(?:and|et|y)\s+(?:matters?|matieres?|materias?))?\s*(?:[:|]\s*)?(?<n>\d{1,2})"
        + @"(?:\s*\((?<p>\d{1,2})\)|\s*,?\s+(?:paragraphs?|paras?\.?|paragraphes?|par\.|parrafos?)\s+(?<p>\d{1,2}))?(?:\s*\(?[a-z]\))?"
        + @"(?:\s*\((?!\d)[^()]{2,70}\))?"
        + @"(?:(?:\s*,\s*|\s*;\s*(?=\d{1,2}\s?\()|[ \t]*\|[ \t]*|\s*,?\s+(?:and|et|y|to|a|e|&)\s+)(?:l'|la |le |el )?(?:articles?\s+|arts?\.?\s+|articulos?\s+)?(?<n>\d{1,2})"
        + $@"(?![\d]|\s*\(\d|[./]\d|\s+(?:de\s+)?(?:{Dates.MonthPattern})\b|\s+\p{{L}}{{1,3}}\.?\s+\d|\s*%)(?:\s*\((?!\d)[^()]{{2,70}}\))?)*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
