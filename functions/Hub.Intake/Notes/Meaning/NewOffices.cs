using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>Finds the offices that become authorities, and are none yet.</summary>
internal static partial class NewOffices
{
    /// <summary>
    /// They: under labels, as items of a list, by what is said of them; else an office that the register does not know, where the note
    /// speaks of an authority.
    /// </summary>
    /// <remarks>No note designates more than a few: one that seems to is for a person to read. Then they are null.</remarks>
    public static IReadOnlyList<OfficeName>? In(Evidence evidence, Renaming renaming) =>
        Candidates(evidence, renaming) is { Count: <= Most } few ? few : null;

    private const int Most = 20;

    private static IReadOnlyList<OfficeName> Candidates(Evidence evidence, Renaming renaming)
    {
        var note = evidence.Note;
        var isOfAuthority = note.Has(Concept.Designation, note.Whole) || evidence.NamedPairs.Count > 0;
        var labelled = isOfAuthority ? Labels.Names(note, evidence.Tables) : [];
        if (labelled.Count > 0)
            return [.. labelled.Where(n => !evidence.Known.Any(k => k.Span == n.Name.Span))];
        if (Listed(evidence) is { Count: > 1 } listed)
            return listed;
        var begun = evidence.Acts.Where(a => IsNew(evidence, a, ActKind.Begins)).Select(a => a.Office!);
        var said = EachOnce(evidence.InNewColumn().Concat(begun));
        if (said.Count == 0)
            said = EachOnce(evidence.Acts.Where(a => IsNew(evidence, a, ActKind.Speaks)).Select(a => a.Office!));
        if (said.Count == 0)
            said = Unknown(evidence, renaming);
        return said.Count == 0 ? InAnnex(evidence) : said;
    }

    // "… between two offices: 1. The Division …; 2. The Division …"
    private static IReadOnlyList<OfficeName> Listed(Evidence evidence) =>
        evidence.NamedPairs.Count == 0 && !evidence.HasFunction(evidence.Note.Body) ? []
            : EachOnce(evidence.Mentions.All.Where(m => m.Record is null && BeginsItem(evidence.Note, m)));

    private static bool IsNew(Evidence evidence, Act act, ActKind kind) =>
        act.Kind == kind && act.Office!.Record is null && evidence.IsOfAuthority(act);

    // Whatever the verb: by its sentence, which speaks of a function, an article or a matter; else on a line of its own.
    private static IReadOnlyList<OfficeName> Unknown(Evidence evidence, Renaming renaming)
    {
        if (renaming.IsAll)
            return [];
        var note = evidence.Note;
        // A ministry is mostly what somebody else is part of: it is meant where no other office is.
        var others = evidence.Mentions.All
            .Where(m => m.Record is null && !evidence.IsPartOfKnown(m) && !renaming.Concerns(m)
                && !ActParser.Denies(note, evidence.SentenceOf(m)))
            .OrderBy(m => note.Has(Concept.Institution, m.Span)).ToList();
        var speaks = evidence.NamedPairs.Count > 0 || evidence.HasFunction(note.Body);
        return First(others.Where(m => evidence.SentenceOf(m) is var s && (evidence.HasFunction(s) || evidence.HasPair(s))))
            ?? First(others.Where(m => HasMatterBeside(evidence, m)))
            ?? (speaks ? First(others.Where(m => IsOnLineOfItsOwn(note, m))) : null)
            ?? (evidence.NamedPairs.Count > 0 && evidence.Known.Count == 0 ? Left(evidence, others) : null) ?? [];
    }

    // "Unit: Extradition Desk" speaks of no matter: its name does.
    private static bool HasMatterBeside(Evidence evidence, Mention mention)
    {
        var (sentence, name) = (evidence.SentenceOf(mention), mention.Name.Span);
        return evidence.HasMatter(Span.Between(sentence.Start, name.Start)) || evidence.HasMatter(Span.Between(name.End, sentence.End));
    }

    // Where articles are named and no authority on record is: the only office that is left. A ministry is mostly the institution that
    // somebody else is part of.
    private static IReadOnlyList<OfficeName>? Left(Evidence evidence, IReadOnlyList<Mention> others)
    {
        var offices = others.Where(m => !evidence.Note.Has(Concept.Institution, m.Span)).ToList();
        return EachOnce(offices) is [var only] ? [only] : null;
    }

    // "Its particulars are in the annex."
    private static IReadOnlyList<OfficeName> InAnnex(Evidence evidence) =>
        evidence.Note.Annex is { } annex && evidence.Note.Has(Concept.Designation, evidence.Note.Body)
            ? First(evidence.Mentions.All.Where(m => m.Record is null && annex.Holds(m.Span))) ?? []
            : [];

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

    private static bool BeginsItem(NoteText note, Mention mention) =>
        Item().IsMatch(note.Plain[note.LineAt(mention.Span.Start).Start..mention.Span.Start]);

    private static bool IsOnLineOfItsOwn(NoteText note, Mention mention)
    {
        var line = note.LineAt(mention.Span.Start);
        return note.Plain[line.Start..mention.Span.Start].Trim().Length < 4
            && note.Plain[Math.Min(mention.Name.Span.End, line.End)..line.End].Trim().Length < 3;
    }

    [GeneratedRegex(
        @"^\s{0,12}(?:\d{1,2}[.)]|[a-z][.)]|\([a-z\d]\)|[IVX]{1,4}\.|[-•*])\s{1,4}(?:The |La |Le |L'|El |Al |A la |Au |A l')?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Item();
}
