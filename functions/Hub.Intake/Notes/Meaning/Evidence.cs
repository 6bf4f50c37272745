using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Meaning;

/// <summary>What a note brings to decide by: its offices, what is said of them, its articles and its tables.</summary>
internal sealed partial class Evidence
{
    private readonly IReadOnlyList<Found<NamedPair>> _places;

    public Evidence(NoteText note, Mentions mentions, IReadOnlyList<Found<NamedPair>> pairs)
    {
        (Note, Mentions, _places, NamedPairs) = (note, mentions, pairs, PairParser.Each(pairs));
        Known =
        [
            .. mentions.All.Where(m => m.Record is not null).Select(m => new Found<string>(m.Record!, m.Span)).DistinctBy(f => f.Value),
        ];
        Tables = Layout.Tables.In(note);
        Acts = Weighed(ActParser.In(note, mentions));
    }

    /// <summary>The note.</summary>
    public NoteText Note { get; }

    /// <summary>The offices that it speaks of.</summary>
    public Mentions Mentions { get; }

    /// <summary>The pairs of instrument and article that it names.</summary>
    public IReadOnlyList<Found<NamedPair>> NamedPairs { get; }

    /// <summary>The same; where it names no article, what its matters and instruments make.</summary>
    public IReadOnlyList<Found<NamedPair>> Pairs => NamedPairs.Count > 0 ? NamedPairs : new PairParser(Note).WithoutArticle(Note.Body);

    /// <summary>The records that it names, each once.</summary>
    public IReadOnlyList<Found<string>> Known { get; }

    /// <summary>Its tables.</summary>
    public IReadOnlyList<Table> Tables { get; }

    /// <summary>What it says of offices.</summary>
    public IReadOnlyList<Act> Acts { get; }

    /// <summary>Whether a stretch speaks of an authority's function.</summary>
    public bool HasFunction(Span within) => Functions.Words.Any(c => Note.Has(c, within));

    /// <summary>Whether a stretch speaks of a matter that authorities are designated for.</summary>
    public bool HasMatter(Span within) => Lexicon.Matters.Values.Any(m => m.IsIn(Note.Plain, within));

    /// <summary>Whether an article is named in a stretch, for the first time in the note.</summary>
    public bool HasPair(Span within) => NamedPairs.Any(p => within.Holds(new Span(p.Span.Start, 1)));

    /// <summary>The pairs that are named in a stretch, whether or not they were named before.</summary>
    public HashSet<Pair> PairsIn(Span within) =>
        [.. _places.Where(p => within.Holds(new Span(p.Span.Start, 1))).Select(p => p.Value.Pair)];

    /// <summary>The sentence of an office.</summary>
    public Span SentenceOf(Mention mention) => Note.SentenceAt(mention.Span.Start).With(mention.Span);

    /// <summary>The institution that an office is said to be part of, wherever the note says it.</summary>
    public Found<string>? ParentOf(OfficeName office) => office.Parent ?? ParentsOf(office).FirstOrDefault();

    /// <summary>Another than that, where the note names two.</summary>
    public Found<string>? OtherParentOf(OfficeName office) => office.Parent is { } parent
        ? ParentsOf(office).FirstOrDefault(p => Note.SentenceAt(p.Span.Start) != Note.SentenceAt(parent.Span.Start)
            && !IsPart(p.Value, parent.Value) && !IsPart(parent.Value, p.Value))
        : null;

    private static bool IsPart(string name, string of) =>
        PlainLetters.Of(of).Contains(PlainLetters.Of(name), StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Found<string>> ParentsOf(OfficeName office) =>
        Mentions.All.Where(m => m.Name.IsCalledAs(office)).Select(m => m.Name.Parent).OfType<Found<string>>()
            .Concat(from moves in Acts
                    where moves.Kind == ActKind.Moves && moves.Office!.Name.IsCalledAs(office)
                    from to in Acts
                    where to.Kind == ActKind.MovesTo && to.Phrase.Start < moves.Phrase.End + NearAct
                        && moves.Phrase.Start <= to.Phrase.Start
                    select to.Office!.Name.Name)
            .Concat(Mentions.All.Where(m => m.Record is null && !m.Name.IsCalledAs(office) && IsSaidOfLast(m, office))
                .Select(m => m.Name.Name));

    // "It is part of the Ministry", "esta última pertenece al Ministerio": of the office that was spoken of last.
    private bool IsSaidOfLast(Mention parent, OfficeName office)
    {
        var sentence = SentenceOf(parent);
        if (Mentions.All.LastOrDefault(m => m.Span.End <= parent.Span.Start) is not { } last || !last.Name.IsCalledAs(office))
            return false;
        var said = Span.Between(Math.Max(sentence.Start, last.Span.End), parent.Span.Start);
        return OfIt().IsMatch(Note.Plain[said.Start..said.End]) && IsBehind(Concept.PartOf, parent, LongestOfIt)
            && !Note.Has(Concept.Leaves, said);
    }

    private const int LongestOfIt = 60;

    [GeneratedRegex(
        @"^\W*(?:\d{1,2}[.)]\s*|[a-z][.)]\s*)?(?:(?:it|the latter|this (?:last|latter)(?: one)?|elle|il|celle-ci|celui-ci|cette derniere|ce dernier|esta(?: ultima)?|este(?: ultimo)?|la misma|el mismo|ella)\s)?"
        + @"(?:(?:in turn|itself|elle-meme|lui-meme|a su vez)\s)?(?:is|forms|est|fait|es|se encuentra|esta|forma|belongs|comes|reports|answers|releve|depend|appartient|depende|pertenece)\b[^.;,:]{0,40}$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfIt();

    /// <summary>Whether there is an act of a kind about an authority on record.</summary>
    public bool IsSaidOfKnown(ActKind kind) => Acts.Any(a => a.Kind == kind && a.Office!.Record is not null);

    /// <summary>
    /// Many things are entrusted to many; an authority is spoken of by its function, by an article, or by "the task" of which the note has
    /// said which it is.
    /// </summary>
    public bool IsOfAuthority(Act act)
    {
        var sentence = Note.SentenceAt(act.Phrase.Start).With(act.Office!.Span);
        return HasFunction(sentence) || HasPair(sentence) || (NamedPairs.Count > 0 && Note.Has(Concept.Task, sentence))
            || (NamedPairs.Count > 0 && (HasFunction(Note.Body) || Note.Has(Concept.Designation, Note.Body) || Known.Count == 0));
    }

    /// <summary>Whether a phrase of a concept stands right before an office, with no other office between.</summary>
    public bool IsBehind(Concept concept, Mention mention, int reach)
    {
        var start = Math.Max(SentenceOf(mention).Start, mention.Span.Start - reach);
        return Note.All(concept, Span.Between(start, mention.Span.Start)).LastOrDefault() is { Length: > 0 } phrase
            && !Mentions.All.Any(o => o.Span.Start > phrase.Start && o.Span.End < mention.Span.Start);
    }

    /// <summary>
    /// Whether an office is what an authority on record is part of: "the Unit, Ministry of Justice, can be reached".
    /// </summary>
    public bool IsPartOfKnown(Mention mention) => Mentions.All.Any(k =>
        k.Record is not null && k.Span.End <= mention.Span.Start && mention.Span.Start - k.Span.End < Beside
        && !Note.Plain[k.Span.End..mention.Span.Start].Contains('.', StringComparison.Ordinal));

    private const int Beside = 16;
    private const int NearAct = 30;
    private const int LongestNumber = 5;

    /// <summary>The offices in a column for what will be, beside one on record that stands in the column for what was.</summary>
    public IEnumerable<Mention> InNewColumn()
    {
        foreach (var table in Tables)
        {
            var old = Layout.Tables.OldColumns(Note, table.Rows[0]);
            foreach (var row in table.Rows.Where(r => r.Any(c => old.Contains(c.Column) && In(c).Any(m => m.Record is not null))))
                foreach (var office in row.Where(c => !old.Contains(c.Column)).SelectMany(In).Where(m => m.Record is null))
                    yield return office;
        }
        IEnumerable<Mention> In(Cell cell) => Mentions.All.Where(m => cell.Span.Holds(m.Span));
    }

    /// <summary>The rows of a table of which each is of one authority on record; none where another is named elsewhere.</summary>
    public IReadOnlyList<(Found<string> Record, IReadOnlyList<Cell> Row)> RowsOfKnown() => Known.Count < 2 ? [] :
        Tables.Select(t => t.Rows.Skip(1).Select(r => (Record: OnlyIn(r), Row: r)).Where(r => r.Record is not null)
                .Select(r => (r.Record!, (IReadOnlyList<Cell>)[.. t.Rows[0], .. r.Row])).ToList())
            .FirstOrDefault(rows => rows.Count == Known.Count && Known.All(k => rows.Any(r => r.Item1.Value == k.Value))) ?? [];

    // Behind its number: "(i)  Central Authority Unit".
    private static Cell NameIn(IReadOnlyList<Cell> row) => row.Count > 1 && row[0].Span.Length <= LongestNumber ? row[1] : row[0];

    private Found<string>? OnlyIn(IReadOnlyList<Cell> row) =>
        Mentions.All.Where(m => m.Record is not null && NameIn(row).Span.Holds(m.Span)).DistinctBy(m => m.Record).ToList() is [var one]
            ? new(one.Record!, one.Span) : null;

    // An office that is said to begin and to end is meant by the phrase that stands nearer to it; at once, it ends.
    private IReadOnlyList<Act> Weighed(IReadOnlyList<Act> acts) =>
        [.. acts.Where(a => !acts.Any(o => Same(o, a) && (a.Kind, o.Kind) switch
        {
            (ActKind.Begins, ActKind.Ends) => Away(o) <= Away(a),
            (ActKind.Ends, ActKind.Begins) => Away(o) < Away(a),
            _ => false,
        }) && !(a.Kind == ActKind.Begins && acts.Any(m => m.Kind == ActKind.Moves && IsOfItself(m, a))))];

    // "The Unit has moved from the Ministry of … to the Ministry of …": nothing passes to the ministry but the unit itself.
    private bool IsOfItself(Act moves, Act begins) =>
        moves.Office is { Record: not null } known && Note.Has(Concept.Institution, begins.Office!.Span)
        && moves.Phrase.Start < begins.Phrase.End && begins.Phrase.Start < moves.Phrase.End
        && !OfWhom().IsMatch(Note.Plain[Math.Max(0, known.Span.Start - 12)..known.Span.Start]);

    [GeneratedRegex(@"\b(?:of|from|by|to|de|du|del|par|por|a|al|au)\s{1,3}(?:(?:the|la|le|el)\s{1,3}|l')?$", RegexOptions.IgnoreCase)]
    private static partial Regex OfWhom();

    private static int Away(Act act) => act.Office is { } office
        ? Math.Max(office.Span.Start - act.Phrase.End, act.Phrase.Start - office.Name.Span.End)
        : int.MaxValue;

    private static bool Same(Act a, Act b) => a.Office is { } x && b.Office is { } y
        && (x.Record is { } record ? record == y.Record : x.Span == y.Span || x.Name.IsCalledAs(y.Name));
}
