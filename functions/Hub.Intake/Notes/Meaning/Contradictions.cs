using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Layout;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Meaning;

/// <summary>
/// Tells of a note that it says two things of an authority that cannot both be: that it ends and that it remains, that it takes its own
/// place, that two are the one that is designated, or that a convention is a legal basis and is none.
/// </summary>
internal sealed partial class Contradictions(Evidence evidence, KnownOffices known)
{
    /// <summary>Whether there is any.</summary>
    public bool Any => IsSaidToStay || IsItsOwnSuccessor || IsNamedOtherwise || LegalBases.Contradict(Note, evidence.NamedPairs);

    private NoteText Note => evidence.Note;

    // Of one authority it says that it ends, and that it remains what it was, for nothing else.
    private bool IsSaidToStay => Ending() is { Count: > 0 } ending
        && Note.Said.SelectMany(part => Note.All(Concept.Stays, part)).Any(stays => ending.Any(e => Remains(stays, e)));

    private IReadOnlyList<Found<string>> Ending() =>
        known.Ended() is { Count: > 0 } ended ? ended : known.Gone() is { } gone ? [gone] : [];

    private bool Remains(Span stays, Found<string> ended)
    {
        var sentence = Note.SentenceAt(stays.Start);
        if (Of(stays, sentence) is not { } office || office.Record != ended.Value)
            return false;
        var (behind, text) = (Span.Between(stays.Start, sentence.End), Note.Plain[stays.End..sentence.End]);
        return !ToDay().IsMatch(text) && !Others().IsMatch(text)
            && (evidence.HasFunction(behind) || Authority().IsMatch(text) || MattersIn(behind).Count > 0
                || Note.Has(Concept.Unchanged, behind))
            && IsForTheSame(behind, sentence, Ends(ended));
    }

    // The sentences that say that it ends.
    private List<Span> Ends(Found<string> ended) => evidence.Acts
        .Where(a => a.Kind == ActKind.Ends && a.Office!.Record == ended.Value).Select(a => Note.SentenceAt(a.Phrase.Start))
        .DefaultIfEmpty(Note.SentenceAt(ended.Span.Start)).Distinct().ToList();

    // In one sentence, "ends for extradition and remains the central authority" speaks of two articles, unless it names the one again.
    private bool IsForTheSame(Span behind, Span sentence, List<Span> ends)
    {
        if (ends.Contains(sentence))
            return evidence.PairsIn(behind).Overlaps(evidence.PairsIn(Span.Between(sentence.Start, behind.Start)));
        if (evidence.PairsIn(sentence) is { Count: > 0 } pairs && ends.SelectMany(evidence.PairsIn).ToList() is { Count: > 0 } others)
            return pairs.Overlaps(others);
        var kept = MattersIn(sentence);
        var given = ends.SelectMany(MattersIn).ToHashSet();
        if (given.Count == 0)
            given = [.. Note.Sentences(Note.Body).Where(s => s != sentence).SelectMany(MattersIn)];
        return kept.Count == 0 || given.Count == 0 || kept.Overlaps(given);
    }

    // By their names, which offices may have in theirs, or by the articles that are for them.
    private HashSet<Matter> MattersIn(Span within) =>
    [
        .. Lexicon.Matters.Where(m => m.Value.IsIn(known.Bare.Plain, within)).Select(m => m.Key),
        .. evidence.PairsIn(within).Select(p => p.Matter),
    ];

    // Who is said to stay: the office before the words; "it", of the one spoken of last; else the one behind them.
    private Mention? Of(Span stays, Span sentence)
    {
        var all = evidence.Mentions.All;
        if (all.LastOrDefault(m => m.Span.Start >= sentence.Start && m.Span.End <= stays.Start) is { } before)
            return before;
        var behind = all.FirstOrDefault(m => m.Span.Start >= stays.End && m.Span.End <= sentence.End);
        return behind is null || Again().IsMatch(Note.Plain[sentence.Start..stays.Start])
            ? all.LastOrDefault(m => m.Span.End <= sentence.Start) ?? all.Take(1).SingleOrDefault()
            : behind;
    }

    // "The Bureau is replaced by the Bureau", "the Bureau, formerly the Bureau": what was and what will be are the same.
    private bool IsItsOwnSuccessor => evidence.Mentions.All.Index().Skip(1).Any(m =>
        evidence.Mentions.All[m.Index - 1] is var before && IsSame(before, m.Item)
        && evidence.SentenceOf(before) is var sentence && sentence.Holds(m.Item.Span)
        && Becomes().IsMatch(Note.Plain[before.Span.End..m.Item.Span.Start]));

    private static bool IsSame(Mention a, Mention b) => a.Name.IsCalledAs(b.Name) && a.Record == b.Record;

    // One office under a label, another that is said to be designated.
    private bool IsNamedOtherwise => Labels.Names(Note, evidence.Tables) is [var labelled]
        && !evidence.Mentions.All.Any(m => m.Record is not null && labelled.Name.Span.Holds(m.Span))
        && evidence.Acts.Any(a => a is { Kind: ActKind.Begins, Office.Record: null } && evidence.HasPair(Note.SentenceAt(a.Phrase.Start))
            && !IsOneName(a.Office.Name, labelled) && !Note.Has(Concept.Institution, a.Office.Span));

    private static bool IsOneName(OfficeName said, OfficeName labelled)
    {
        var (one, other) = (PlainLetters.Of(said.Name.Value), PlainLetters.Of(labelled.Name.Value));
        return one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(
        @"\b(?:it|elle|il|celle-ci|celui-ci|ella|esta|este|esa|dicha|dicho|la misma|el mismo)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Again();

    [GeneratedRegex(@"\b(?:authorit|autorit|autorid)\w{0,6}\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Authority();

    // "Remains the authority until 31 May" is no contradiction; nor what is said of something else, or of what came in before.
    [GeneratedRegex(@"\b(?:until|till|up to|through|jusqu\w{0,2}|hasta)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ToDay();

    [GeneratedRegex(
        @"\b(?:other|others|remaining|pending|ongoing|autres?|restante?s?|pendante?s?|en cours|deja recues?|otr[ao]s|demas|restantes?|pendientes?|en curso|en tramite)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Others();

    [GeneratedRegex(
        @"\b(?:(?:replaced|succeeded|superseded|taken over) by|replaces|succeeds|supersedes|instead of|in (?:place|lieu|replacement) of"
        + @"|(?:re-?named|called|styled|titled)|formerly|previously|hitherto|its name (?:to|is)"
        + @"|remplacee? par|remplace|succede a|au lieu d|a la place d|en remplacement d|(?:renommee?|rebaptisee?|denommee?|appelee?|intitulee?)|s'appelle|anciennement|auparavant"
        + @"|(?:sustituid|reemplazad|remplazad)[oa] por|sustituye|reemplaza|en (?:lugar|sustitucion|reemplazo|vez) de"
        + @"|(?:renombrad|rebautizad|denominad)[oa]|denominarse|llamarse|se (?:llama|denomina)|antes|anteriormente)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Becomes();
}
