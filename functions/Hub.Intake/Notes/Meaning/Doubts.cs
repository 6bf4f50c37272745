using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>
/// Tells of a note that it decides nothing: it is a draft, takes another paper back, leaves a choice, speaks of what may come, or says two
/// things that contradict each other. A person reads it.
/// </summary>
internal sealed partial class Doubts(Evidence evidence, KnownOffices known)
{
    /// <summary>Whether it decides nothing.</summary>
    public bool Any => IsDraft || IsOpen || new Contradictions(evidence, known).Any;

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

    [GeneratedRegex(
        @"\b(?:(?:which|either|one|l'une?|cual|una?) (?:of|de|des|d')\s?(?:them|these|the two|both|deux|elles|eux|las dos|los dos|ellas|ellos|ambas|ambos)|lequel|laquelle|des deux)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfThem();
}
