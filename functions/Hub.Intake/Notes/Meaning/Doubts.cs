using System.Text.RegularExpressions;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Meaning;

/// <summary>
/// Tells of a note that it decides nothing: it is a draft, takes another paper back, leaves a choice, speaks of what may come, or says two
/// things that contradict each other. A person reads it.
/// </summary>
internal sealed partial class Doubts(Evidence evidence, KnownOffices known)
{
    private const int Near = 60;

    /// <summary>Whether it decides nothing.</summary>
    public bool Any => IsDraft || IsOpen || Contradicts;

    private NoteText Note => evidence.Note;

    // "This is a draft", "please disregard this message", "our note of 3 March was sent by mistake".
    private bool IsDraft => Note.Has(Concept.Draft, Note.Whole)
        || Note.All(Concept.TakenBack, Note.Whole).Any(t => Note.Has(Concept.Paper, Note.SentenceAt(t.Start)));

    // Two things that a note leaves to whoever reads it are none; nor is what would be if a law were adopted.
    private bool IsOpen => Note.All(Concept.Choice, Note.Body).Any(c => IsOfAuthority(Note.SentenceAt(c.Start)))
        || Note.All(Concept.Supposed, Note.Body).Any(s => SpeaksOfOffice(Note.SentenceAt(s.Start)));

    // "In either language, English or French" leaves nobody a choice of authorities; "which of them" does, of those named before.
    private bool IsOfAuthority(Span sentence) => SaysOfAuthority(sentence)
        || (OfThem().IsMatch(Note.Plain[sentence.Start..sentence.End]) && sentence.Start > 0
            && SaysOfAuthority(Note.SentenceAt(sentence.Start - 1)));

    private bool SaysOfAuthority(Span sentence) => evidence.HasFunction(sentence) || evidence.HasPair(sentence) || SpeaksOfOffice(sentence);

    private bool SpeaksOfOffice(Span sentence) => evidence.Acts.Any(a => sentence.Holds(new Span(a.Phrase.Start, 1)))
        || evidence.Mentions.All.Any(m => sentence.Holds(m.Span));

    // Of one authority it says in one sentence that it ends, in another that it remains what it was, for nothing else.
    private bool Contradicts => known.Ended().Any(e =>
        evidence.Mentions.All.Where(m => m.Record == e.Value && !evidence.SentenceOf(m).Holds(e.Span)).Any(m => Remains(m, e)));

    private bool Remains(Mention mention, Found<string> ended)
    {
        var behind = Span.Between(mention.Span.End, Math.Max(mention.Span.End, evidence.SentenceOf(mention).End));
        return Note.First(Concept.Stays, Span.Between(behind.Start, Math.Min(behind.End, behind.Start + Near))) is { } stays
            && !ToDay().IsMatch(Note.Plain[stays.End..behind.End])
            && (evidence.HasFunction(behind) || Note.Has(Concept.Unchanged, behind))
            && PairsIn(behind) is var kept && (kept.Count == 0 || kept.Overlaps(PairsIn(Note.SentenceAt(ended.Span.Start))));
    }

    private HashSet<Pair> PairsIn(Span sentence) => [.. new PairParser(Note).In(sentence).Select(p => p.Value.Pair)];

    [GeneratedRegex(
        @"\b(?:(?:which|either|one|l'une?|cual|una?) (?:of|de|des|d')\s?(?:them|these|the two|both|deux|elles|eux|las dos|los dos|ellas|ellos|ambas|ambos)|lequel|laquelle|des deux)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfThem();

    // "Remains the authority until 31 May" is no contradiction.
    [GeneratedRegex(@"\b(?:until|till|up to|through|jusqu\w{0,2}|hasta)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex ToDay();
}
