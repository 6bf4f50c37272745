using System.Text.RegularExpressions;

namespace Hub.Intake.Notes.Phrasing;

/// <summary>The text of a note: its head with reference and date, its body, its foot.</summary>
internal sealed partial class NoteText
{
    /// <summary>Characters of a note at most; a longer text is read to there.</summary>
    public const int Longest = 60_000;
    private const int FootLines = 3;
    private const int FullLine = 50;
    private const int SignatureLines = 8;
    private const int LongestHead = 200;
    private const int LongestLetterhead = 600;
    private const int MostOfLetterhead = 6;

    private readonly JoinedText _joined;

    private NoteText(string text, Lexicon lexicon)
    {
        var read = JoinedText.Of(Cut(text));
        _joined = ScannedText.Of(read, lexicon);
        Original = Own(_joined.Text);
        Plain = ScannedText.Of(PlainLetters.Of(Original), lexicon, mended: read.Text.Length - _joined.Text.Length);
        Lexicon = lexicon;
        Whole = new(0, Plain.Length);
        Opening = lexicon[Concept.Opening].First(Plain, Whole) is { } opening && !IsAtEnd(opening) ? opening : null;
        Closing = LastPart(Span.Between(Opening?.End ?? 0, Plain.Length));
        Annex = Closing is not { } closing ? null
            : AnnexTitle().Match(Plain, closing.End) is { Success: true } title ? Span.Between(title.Index, Plain.Length)
            : NamedBelow(closing);
        Body = Span.Between(HeadEnd(), Annex?.End ?? Closing?.Start ?? Plain.Length);
    }

    private NoteText(NoteText whole, bool[] marked, bool areKept)
    {
        (_joined, Original, Lexicon, Whole) = (whole._joined, whole.Original, whole.Lexicon, whole.Whole);
        (Opening, Closing, Annex, Body) = (whole.Opening, whole.Closing, whole.Annex, whole.Body);
        Plain = string.Create(whole.Plain.Length, whole.Plain, (plain, from) =>
        {
            for (var i = 0; i < plain.Length; i++)
                plain[i] = marked[i] == areKept || from[i] == '\n' ? from[i] : ' ';
        });
    }

    /// <summary>The text as it stands, words that a line broke joined again.</summary>
    public string Original { get; }

    /// <summary>
    /// The text without accents, with apostrophes, dashes and blanks of one kind each; character by character the same places.
    /// </summary>
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

    /// <summary>What stands below the assurances under a title of its own.</summary>
    public Span? Annex { get; }

    /// <summary>Where a note says what it says: its body, and its annex.</summary>
    public IReadOnlyList<Span> Said =>
        Annex is { } annex ? [Span.Between(Body.Start, Closing!.Value.Start), annex] : [Body];

    /// <summary>The same with everything else but some stretches blank: what is looked for there is found there only.</summary>
    public NoteText Only(IReadOnlyCollection<Span> kept) => new(this, Marked(kept), areKept: true);

    /// <summary>The same with some stretches blank.</summary>
    public NoteText Without(IReadOnlyCollection<Span> left) =>
        left.Count == 0 ? this : new(this, Marked(left), areKept: false);

    /// <summary>What stands above the body.</summary>
    public Span Head => Span.Between(0, Body.Start);

    /// <summary>What stands below the body, or may: the last lines.</summary>
    public Span Foot => Span.Between(Closing?.Start ?? LastLines(), Annex?.Start ?? Plain.Length);

    /// <summary>As much of a text as is read of a note.</summary>
    public static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;

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

    /// <summary>Where a stretch stands in the text that it was given as.</summary>
    public Span Place(Span span) => _joined.Before(span);

    /// <summary>The sentence around a place: to full stops, blank lines and labels.</summary>
    public Span SentenceAt(int index)
    {
        var ends = Ends();
        var at = Array.BinarySearch(ends, index);
        var next = at < 0 ? ~at : at + 1;
        return Span.Between(next == 0 ? 0 : ends[next - 1], next == ends.Length ? Plain.Length : ends[next]);
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

    private bool[] Marked(IEnumerable<Span> spans)
    {
        var marked = new bool[Plain.Length];
        foreach (var span in spans)
            Array.Fill(marked, true, span.Start, Math.Min(span.Length, Plain.Length - span.Start));
        return marked;
    }

    /// <summary>A text without what follows a line across the page and is the same once more in another language.</summary>
    public static string Own(string text)
    {
        var own = Translation().Match(text) is { Success: true, Index: > 200 } other ? text[..other.Index] : text;
        return Languages.Second(own) is { } second ? $"{own[..second.Start]}{new string('\n', second.Length)}{own[second.End..]}" : own;
    }

    // Some notes say first what they have to say, and who says it last.
    private bool IsAtEnd(Span opening)
    {
        var end = SentenceAt(opening.Start);
        return end.Start > LongestHead && Plain.Length - end.End < end.Start / 3;
    }

    // The assurances, or what a letter ends with.
    private Span? LastPart(Span within) => Lexicon[Concept.Closing].First(Plain, within) is { } assurances
        ? assurances
        : IsInSignature(within) ? null : Lexicon[Concept.LetterEnd].First(Plain, within) ?? Thanks(within) ?? Signature();

    // "Thanks", "Regards" on a line of its own above the last few: what stands below is whose the mail is.
    private Span? Thanks(Span within) => LastLine().Match(Plain, within.Start, within.Length) is { Success: true, Index: > 20 } last
        ? new(last.Groups["end"].Index, last.Groups["end"].Length)
        : null;

    // "The right numbers are below, in our signature."
    private bool IsInSignature(Span within) =>
        Opening is null
        && Lexicon[Concept.LetterEnd].First(Plain, within) is { } end
        && Lexicon[Concept.Below].IsIn(Plain, Span.Between(within.Start, end.Start))
        && !Plain[within.Start..end.Start].Contains('+', StringComparison.Ordinal);

    // The office that writes, on a line of its own below: its telephone is nobody else's.
    private Span? Signature()
    {
        for (var (at, lines) = (Plain.TrimEnd().Length, 0); at > 0 && lines < SignatureLines; lines++)
        {
            var line = LineAt(at - 1);
            var text = Span.Between(
                line.Start + (Plain[line.Start..line.End].Length - Plain[line.Start..line.End].TrimStart().Length),
                line.End);
            if (
                line.Start > LongestHead
                && Lexicon[Concept.Sender].AtStart(Plain, text) > 0
                && !Plain[text.Start..text.End].TrimEnd().EndsWith('.')
                && text.Length < 90)
                return Span.Between(text.Start, text.End);
            at = line.Start;
        }
        return null;
    }

    /// <summary>Lines in which an office strings together its own addresses: letterheads and feet of pages.</summary>
    public IEnumerable<Span> Footers() => Footer().Matches(Plain).Select(m => new Span(m.Index, m.Length));

    // At its foot a note may give the particulars of the office that it speaks of: under its name, or the mark beside it.
    private Span? NamedBelow(Span closing)
    {
        var said = Spaces().Replace(Plain[(Opening?.End ?? 0)..closing.Start], " ");
        for (var at = LineAt(closing.End).End + 1; at < Plain.Length; at = LineAt(at).End + 1)
        {
            var line = LineAt(at);
            var foot = FootName().Match(Plain[line.Start..line.End]);
            var (mark, name) = (foot.Groups["mark"].Value, foot.Groups["name"].Value.Trim());
            if (foot.Success && (mark.Length > 0 ? said.Contains(mark, StringComparison.Ordinal) : IsNamed(name, said)))
                return Span.Between(line.Start, Plain.Length);
        }
        return null;
    }

    private bool IsNamed(string name, string said) => name.Contains(' ', StringComparison.Ordinal)
        && said.Contains(name, StringComparison.OrdinalIgnoreCase)
        && !Lexicon[Concept.Sender].IsIn(name, new(0, name.Length)) && !Lexicon[Concept.OfficeOf].Loosely(name, new(0, name.Length)).Any();

    // The compliments are the sentence of the office that pays them: its name is no letterhead.
    private int HeadEnd()
    {
        if (Opening is not { } opening)
            return Salutation();
        var office = Lexicon[Concept.OfficeOf].Loosely(Plain, Span.Between(Math.Max(0, opening.Start - 400), opening.Start))
            .LastOrDefault();
        return office.Length > 0 ? office.Start : opening.Start;
    }

    // A letter begins with whom it greets, on a line of its own; above stands who writes.
    private int Salutation() =>
        Lexicon[Concept.Salutation].First(Plain, Span.Between(0, Math.Min(Plain.Length, LongestLetterhead))) is { } greeting
        && LineAt(greeting.Start) is var line && line.Start >= greeting.Start - 3 && line.End - greeting.End < 30
            ? line.Start
            : Letterhead();

    // Who writes, above a line across the page.
    private int Letterhead() =>
        Rule().Match(Plain, 0, Math.Min(Plain.Length, LongestLetterhead)) is { Success: true } rule
        && Span.Between(0, rule.Index) is var above && Plain.AsSpan(0, above.End).Count('\n') < MostOfLetterhead
        && Lexicon[Concept.Sender].First(Plain, above) is { Start: < 40 } && !Lexicon[Concept.Informs].IsIn(Plain, above)
        && !Lexicon[Concept.CentralAuthority].IsIn(Plain, above)
            ? rule.Index + rule.Length
            : 0;

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
        .. SentenceEnd().Matches(Plain).Where(m => !IsAbbreviation(m.Index)).Select(m => m.Index + m.Length)
            .Concat(Breaks().Matches(Plain).Where(m => !RunsOn(m.Index)).Select(m => m.Index + 1)).Distinct().Order(),
    ];

    // "… Transnational / Organized Crime:" is no label, but the end of a full line.
    private bool RunsOn(int lineEnd)
    {
        var (before, next) = (LineAt(Math.Max(0, lineEnd - 1)), LineAt(lineEnd + 1));
        return before.Length >= FullLine && before.End == lineEnd && char.IsLetter(Plain[lineEnd - 1])
            && (Plain.AsSpan(next.Start, next.Length).TrimEnd() is [.., ':'] || LeadsOn().IsMatch(Plain[before.Start..before.End]));
    }

    [GeneratedRegex(@"\s(?:of|for|the|and|to|in|on|by|de|du|des|del|la|las|los|el|le|les|y|e|et|a|au|aux|en|para|pour|por|par|sur|sobre)$", RegexOptions.IgnoreCase)]
    private static partial Regex LeadsOn();

    private bool IsAbbreviation(int stop) =>
        Plain[stop] == '.' && Abbreviation().IsMatch(Plain[Math.Max(0, stop - 12)..stop]);

    [GeneratedRegex(
        @"\n[ \t]{0,10}(?<end>(?:(?:kind |best |warm )?regards|(?:many )?thanks|thank you|best|yours|cheers|merci(?: d'avance)?|cdt|gracias|saludos))[ ]?[,.!]?[ ]?"
        + @"(?:\n[^\n]{0,90}){1,12}$", RegexOptions.IgnoreCase)]
    private static partial Regex LastLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n[ \t]{0,10}[-=_*~]{5,200}[ \t]{0,10}(?=\n)")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[^\n|·]{5,80}[ ]?[·•][ ][^\n]{5,300}$", RegexOptions.Multiline)]
    private static partial Regex Footer();

    [GeneratedRegex(
        @"\n[ \t]{0,40}(?:(?:\*[ \t]{0,40}){3,40}|_{10,200}|-{10,200})[ \t]{0,40}\n\s{0,40}(?=\[?(?:courtesy|unofficial|original|traduction|translation|traducci)"
        + @"|(?:the|la|le|el|los)\s(?:permanent\s|office\s|secretariat\s)?(?:mission|misi[oó]n|embass[yi]|ambassade|embajada|minist|govern|gouvern|gobierno|f[eé]d[eé]ral))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Translation();

    [GeneratedRegex(
        @"^[ \t]{0,40}(?<mark>\((?:\*{1,3}|\d)\)|\[\d\])?[ \t*|]{0,40}(?<name>\p{Lu}[^*|:•·\n]{8,90}?)[ \t]*(?:[*|:•·.].*|\s-\s.*)?$")]
    private static partial Regex FootName();

    [GeneratedRegex(@"\n[^\p{L}\d\n]{0,40}(?:ANNEXE?S?|ANNEXURE|ANEXOS?|ADJUNTO|Annexe?|Annexure|Anexo|Adjunto|ATTACHMENT|Attachment|APPENDIX|APPENDICE|Appendi(?:x|ce)|APENDICE|Apendice|SCHEDULE|ENCLOSURE|PIECE JOINTE|Enclosure|Pi[e]ce jointe|FICHA|FICHE)\b[^\n]{0,40}\n")]
    private static partial Regex AnnexTitle();

    // A stop with a blank before it leads from a label to its value; in a telegram the word ends a sentence.
    [GeneratedRegex(@"(?<![.\s])\.(?=\s)|[;!?](?=\s)|(?<=\s)STOP(?=\s)")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"(?:^|[\s(/.])(?:no|nº|nr|num|arts?|paras?|par|tel|tel|mel|ref|ref"
        + @"|st|p\.o|c\.p|b\.p|ext|esq|avda|edif|apdo|bldg|str|ul|pr|ave|blvd|rd|col|urb|gral|sta|sto|mah|cad|sok|mr|mrs|mme|dr|av|bd|fax|\p{L}|[ap]\.m|\d\.º)$",
        RegexOptions.IgnoreCase | RegexOptions.RightToLeft)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(
        @"\n(?=[ \t]{0,40}\n)|\n(?=[ \t]{0,40}(?:[-•*·–|]|\d{1,2}[.)]|[a-z]\)|[IVX]{1,4}\.)[ \t])|\n(?=[ \t]{0,40}\p{Lu}[\p{L}'\-/. ]{1,40}\s?:)"
        + @"|\n(?=[^\n]{3,50}?(?:\.{3,80}|\t))|\n(?=[ \t]{0,40}\p{L}[^\n]{2,40}?[ ]{3,40}\S)")]
    private static partial Regex Breaks();
}
