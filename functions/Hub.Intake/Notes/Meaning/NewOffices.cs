using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>Finds the offices that become authorities, and are none yet.</summary>
internal sealed partial class NewOffices(Evidence evidence, Renaming renaming, KnownOffices known)
{
    private const int Most = 20;
    private const int NearVerb = 80;
    private NoteText Note => evidence.Note;

    /// <summary>
    /// They: under labels, as items of a list, by what is said of them; else an office that the register does not know, where the note
    /// speaks of an authority.
    /// </summary>
    /// <remarks>No note designates more than a few: one that seems to is for a person to read. Then they are null.</remarks>
    public IReadOnlyList<OfficeName>? Found() => Candidates() is { Count: <= Most } few ? few : null;

    private IReadOnlyList<OfficeName> Candidates()
    {
        var isOfAuthority = Note.Has(Concept.Designation, Note.Whole) || evidence.NamedPairs.Count > 0;
        var labelled = isOfAuthority ? Labels.Names(Note, evidence.Tables) : [];
        if (labelled.Count > 0)
            return [.. labelled.Where(n => !evidence.Known.Any(k => k.Span == n.Name.Span))];
        if (Listed() is { Count: > 1 } listed)
            return listed;
        var begun = evidence.Acts.Where(a => IsNew(a, ActKind.Begins) && !renaming.IsTarget(a.Office!)).Select(a => a.Office!);
        var said = EachOnce(evidence.InNewColumn().Concat(begun));
        if (said.Count == 0)
            said = EachOnce(evidence.Acts.Where(a => IsNew(a, ActKind.Speaks)).Select(a => a.Office!));
        if (said.Count == 0)
            said = Unknown();
        // Each article of several may have an office of its own.
        if (said.Count > 0 && !renaming.IsAll && ByArticle() is { Count: > 1 } each)
            said = [.. said, .. each.Where(e => !said.Any(s => s.IsCalledAs(e)))];
        return said.Count == 0 ? InAnnex() : said;
    }

    // "… between two offices: 1. The Division …; 2. The Division …", or each below a heading of its own.
    private IReadOnlyList<OfficeName> Listed() =>
        evidence.NamedPairs.Count == 0 && !evidence.HasFunction(Note.Body) ? []
            : EachOnce(evidence.Mentions.All.Where(m => m.Record is null && (BeginsItem(m) || IsUnderHeading(m))));

    // Where somebody gives an article up, whoever begins anything begins that.
    private bool IsNew(Act act, ActKind kind) =>
        act.Kind == kind && act.Office!.Record is null
        && (evidence.IsOfAuthority(act) || (evidence.NamedPairs.Count > 0 && known.IsAnyGone));

    // "Extradition (article 16): the Unit …": of each sentence with an article the only office that is not on record.
    private IReadOnlyList<OfficeName> ByArticle() => EachOnce(
        from sentence in evidence.NamedPairs.Select(p => Note.SentenceAt(p.Span.Start)).Distinct()
        let offices = Others().Where(m => sentence.Holds(new Span(m.Span.Start, 1)) && !Note.Has(Concept.Institution, m.Span)).ToList()
        where EachOnce(offices).Count == 1
        select offices[0]);

    // Whatever the verb: by its sentence, which speaks of a function, an article or a matter; else on a line of its own.
    private IReadOnlyList<OfficeName> Unknown()
    {
        if (renaming.IsAll)
            return [];
        // A ministry is mostly what somebody else is part of: it is meant where no other office is.
        var others = Others().OrderBy(m => Note.Has(Concept.Institution, m.Span)).ToList();
        var speaks = evidence.NamedPairs.Count > 0 || evidence.HasFunction(Note.Body);
        return Only(others.Where(m => evidence.SentenceOf(m) is var s && (evidence.HasFunction(s) || evidence.HasPair(s))))
            ?? Only(others.Where(HasMatterBeside))
            ?? (speaks ? First(others.Where(IsOnLineOfItsOwn)) : null)
            ?? (speaks && (evidence.Known.Count == 0 || known.IsAnyGone) ? Left(others) : null) ?? [];
    }

    private IEnumerable<Mention> Others() => evidence.Mentions.All.Where(
        m => m.Record is null && !evidence.IsPartOfKnown(m) && !renaming.Concerns(m) && !IsIssuer(m) && !IsApposed(m)
            && !ActParser.Denies(Note, evidence.SentenceOf(m)));

    // "The Desk, central authority for …, Attorney General's Chambers, now answers": between commas behind an authority on record.
    private bool IsApposed(Mention mention) =>
        Note.Plain.AsSpan(0, mention.Span.Start).TrimEnd() is [.., ','] && Note.Plain.AsSpan(mention.Name.Span.End).TrimStart() is [',', ..]
        && evidence.Mentions.All.LastOrDefault(m => m.Span.End <= mention.Span.Start) is { Record: not null } known
        && evidence.SentenceOf(mention).Holds(known.Span)
        && !evidence.Acts.Any(a => a.Kind is ActKind.Begins or ActKind.Ends && a.Office?.Span == mention.Span);

    // "By decree of the Ministry of …", "the Ministry has designated …": who decides.
    private bool IsIssuer(Mention mention) =>
        Issued().IsMatch(Note.Plain[Math.Max(0, mention.Span.Start - 40)..mention.Span.Start])
        || evidence.Acts.Any(a => a.Kind == ActKind.Begins && a.Phrase.Start >= mention.Span.End && a.Office!.Span.Start > a.Phrase.Start
            && a.Phrase.Start - mention.Span.End < NearVerb && evidence.SentenceOf(mention).Holds(new Span(a.Phrase.Start, 1))
            && !evidence.Mentions.All.Any(o => o.Span.Start >= mention.Span.End && o.Span.End <= a.Phrase.Start));

    // "Unit: Extradition Desk" speaks of no matter: its name does.
    private bool HasMatterBeside(Mention mention)
    {
        var (sentence, name) = (evidence.SentenceOf(mention), mention.Name.Span);
        return HasMatter(Span.Between(sentence.Start, name.Start)) || HasMatter(Span.Between(name.End, sentence.End));
    }

    // Nor does that of another office.
    private bool HasMatter(Span within) => Lexicon.Matters.Values.Any(m => m.IsIn(known.Bare.Plain, within));

    // Where an authority is spoken of and none on record is, or one that gives its articles up: the only office that is left. A ministry
    // is mostly the institution that somebody else is part of.
    private IReadOnlyList<OfficeName>? Left(IReadOnlyList<Mention> others)
    {
        var offices = others.Where(m => !Note.Has(Concept.Institution, m.Span)).ToList();
        return EachOnce(offices) is [var only] ? [only] : null;
    }

    // "Its particulars are in the annex."
    private IReadOnlyList<OfficeName> InAnnex() =>
        Note.Annex is { } annex && Note.Has(Concept.Designation, Note.Body)
            ? First(evidence.Mentions.All.Where(m => m.Record is null && annex.Holds(m.Span))) ?? []
            : [];

    // The first; none where its sentence speaks of two, and an authority on record that may stay.
    private IReadOnlyList<OfficeName>? Only(IEnumerable<Mention> mentions)
    {
        var all = mentions.ToList();
        var beside = all.Where(
            m => !Note.Has(Concept.Institution, m.Span) && evidence.SentenceOf(m) == evidence.SentenceOf(all[0])).ToList();
        return evidence.Known.Count > 0 && EachOnce(beside).Count > 1 ? null : First(all);
    }

    private static IReadOnlyList<OfficeName>? First(IEnumerable<Mention> mentions) =>
        mentions.FirstOrDefault() is { } first ? [first.Name] : null;

    private static IReadOnlyList<OfficeName> EachOnce(IEnumerable<Mention> mentions)
    {
        var names = new List<OfficeName>();
        foreach (var mention in mentions)
            if (!names.Any(n => n.IsCalledAs(mention.Name)))
                names.Add(mention.Name);
        return names;
    }

    private bool BeginsItem(Mention mention) =>
        Item().IsMatch(Note.Plain[Note.LineAt(mention.Span.Start).Start..mention.Span.Start]);

    private bool IsUnderHeading(Mention mention)
    {
        var line = Note.LineAt(mention.Span.Start);
        return BeginsLine().IsMatch(Note.Plain[line.Start..mention.Span.Start])
            && Headings.Above(Note, line.Start) is { } heading && !evidence.Mentions.All.Any(m => heading.Holds(m.Span));
    }

    private bool IsOnLineOfItsOwn(Mention mention)
    {
        var line = Note.LineAt(mention.Span.Start);
        return Note.Plain[line.Start..mention.Span.Start].Trim().Length < 4
            && Note.Plain[Math.Min(mention.Name.Span.End, line.End)..line.End].Trim().Length < 3;
    }

    [GeneratedRegex(
        @"\b(?:decree|act|law|order|decision|resolution|regulation|instruction|circular|decret|loi|arrete|ordonnance|decision|decreto|ley|resolucion"
        + @"|acuerdo|orden|instruccion)s?\s(?:[^\s.;]{1,12}\s){0,3}?(?:of|by|from|du|de|del|par|por)\s(?:(?:the|la|le|el)\s|l')?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Issued();

    [GeneratedRegex(@"^\s{0,12}(?:The |La |Le |L'|El )?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BeginsLine();

    [GeneratedRegex(
        @"^\s{0,12}(?:\d{1,2}[.)]|[a-z][.)]|\([a-z\d]\)|[IVX]{1,4}\.|[-•*])\s{1,4}(?:The |La |Le |L'|El |Al |A la |Au |A l')?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Item();
}
