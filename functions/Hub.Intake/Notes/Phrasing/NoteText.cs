using System.Text.RegularExpressions;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>The text of a note: its head with reference and date, its body, its foot.</summary>
internal sealed partial class NoteText
{
    /// <summary>Characters of a note at most; a longer text is read to there.</summary>
    public const int Longest = 60_000;
    private const int FootLines = 3;

    // Nobody indents further, and patterns that step over white space stay cheap.
    private static string Gap(Match gap) => gap.Value[..20] + gap.Value[^20..];

    private NoteText(string text, Lexicon lexicon)
    {
        Original = LongGaps().Replace(text.Length > Longest ? text[..Longest] : text, Gap);
        Plain = Original.Replace('’', '\'').Replace('‘', '\'').Replace('\u00A0', ' ').Replace('\u202F', ' ')
            .Replace('\u2011', '-').Replace('\u2013', '-').Replace('\u2014', '-');
        Lexicon = lexicon;
        Whole = new(0, Plain.Length);
        Opening = lexicon[Concept.Opening].First(Plain, Whole);
        var closing = Span.Between(Opening?.End ?? 0, Plain.Length);
        Closing = lexicon[Concept.Closing].First(Plain, closing);
        Body = Span.Between(HeadEnd(), Closing?.Start ?? Plain.Length);
    }

    /// <summary>The text as it stands.</summary>
    public string Original { get; }

    /// <summary>The text with apostrophes, dashes and spaces of one kind each; character by character the same places.</summary>
    public string Plain { get; }

    /// <summary>The phrases of its language.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>All of it.</summary>
    public Span Whole { get; }

    /// <summary>The compliments at its beginning.</summary>
    public Span? Opening { get; }

    /// <summary>The assurances at its end.</summary>
    public Span? Closing { get; }

    /// <summary>What lies between.</summary>
    public Span Body { get; }

    /// <summary>What stands above the body.</summary>
    public Span Head => Span.Between(0, Body.Start);

    /// <summary>What stands below the body, or may: the last lines.</summary>
    public Span Foot => Span.Between(Closing?.Start ?? LastLines(), Plain.Length);

    /// <summary>The note in a text of a language.</summary>
    public static NoteText Of(string text, Lexicon lexicon) => new(text, lexicon);

    /// <summary>All phrases of a concept in a stretch.</summary>
    public IEnumerable<Span> All(Concept concept, Span within) => Lexicon[concept].In(Plain, within);

    /// <summary>The first phrase of a concept in a stretch.</summary>
    public Span? First(Concept concept, Span within) => Lexicon[concept].First(Plain, within);

    /// <summary>Whether a stretch has a phrase of a concept.</summary>
    public bool Has(Concept concept, Span within) => Lexicon[concept].IsIn(Plain, within);

    /// <summary>The words of a stretch as they stand, on one line.</summary>
    public string Words(Span span) => Spaces().Replace(Original.Substring(span.Start, span.Length), " ").Trim();

    /// <summary>The sentence around a place: to full stops, blank lines and labels.</summary>
    public Span SentenceAt(int index)
    {
        var start = Ends().Where(e => e <= index).DefaultIfEmpty(0).Max();
        var end = Ends().Where(e => e > index).DefaultIfEmpty(Plain.Length).Min();
        return Span.Between(start, end);
    }

    /// <summary>The sentences of a stretch.</summary>
    public IEnumerable<Span> Sentences(Span within)
    {
        for (var at = within.Start; at < within.End;)
        {
            var sentence = SentenceAt(at);
            yield return Span.Between(Math.Max(at, sentence.Start), Math.Min(sentence.End, within.End));
            at = sentence.End;
        }
    }

    /// <summary>The line around a place.</summary>
    public Span LineAt(int index)
    {
        var start = index == 0 ? 0 : Plain.LastIndexOf('\n', Math.Min(index, Plain.Length) - 1) + 1;
        var end = Plain.IndexOf('\n', index);
        return Span.Between(start, end < 0 ? Plain.Length : end);
    }

    // The compliments are the sentence of the office that pays them: its name is no letterhead.
    private int HeadEnd()
    {
        if (Opening is not { } opening)
            return 0;
        var office = Lexicon[Concept.OfficeOf].Loosely(Plain, Span.Between(Math.Max(0, opening.Start - 400), opening.Start))
            .LastOrDefault();
        return office.Length > 0 ? office.Start : opening.Start;
    }

    private int LastLines()
    {
        var at = Plain.TrimEnd().Length;
        for (var lines = 0; lines < FootLines && at > 0; lines++)
            at = Math.Max(0, Plain.LastIndexOf('\n', at - 1));
        return Math.Max(at, Opening?.End ?? 0);
    }

    private int[]? _ends;

    private int[] Ends() => _ends ??=
    [
        .. SentenceEnd().Matches(Plain).Where(m => !IsAbbreviation(m.Index)).Select(m => m.Index + m.Length),
        .. Breaks().Matches(Plain).Select(m => m.Index + 1),
    ];

    private bool IsAbbreviation(int stop) =>
        Plain[stop] == '.' && Abbreviation().IsMatch(Plain[Math.Max(0, stop - 12)..stop]);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s{41,}")]
    private static partial Regex LongGaps();

    [GeneratedRegex(@"[.;!?](?=\s)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"(?:^|[\s(/])(?:no|nº|nr|núm|arts?|paras?|par|tel|tél|mél|ref|réf"
        + @"|st|p\.o|c\.p|b\.p|ext|mr|mrs|mme|dr|av|bd|fax|\p{L}|[ap]\.m|\d\.º)$",
        RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\n(?=[ \t]*\n)|\n(?=[ \t]*[-•*·][ \t])|\n(?=[ \t]*\p{Lu}[\p{L}'\-/. ]{1,40}\s?:)")]
    private static partial Regex Breaks();
}
