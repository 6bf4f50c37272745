using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>
/// Finds sentences that speak of something else than an authority: of an occasion, of who writes, of what a convention provides. A number
/// or a day in them is nobody's.
/// </summary>
internal static partial class Asides
{
    /// <summary>Those of a note, with the offices in it; of a sentence that tells what happened, its days only.</summary>
    public static IReadOnlyList<Span> In(NoteText note, Mentions mentions) =>
    [
        .. from part in note.Said
           from sentence in note.Sentences(part)
           let offices = mentions.All.Where(m => sentence.Holds(m.Span)).ToList()
           from aside in Of(note, sentence, mentions, offices)
           select aside,
    ];

    private static IEnumerable<Span> Of(NoteText note, Span sentence, Mentions mentions, List<Mention> offices) =>
        IsOfOccasion(note, sentence, offices) || IsOfSender(note, sentence, offices) || IsOfLaw(note, sentence, offices)
            || Past().IsMatch(Text(note, sentence)) || mentions.IsOfOtherState(sentence) ? [sentence]
        : Courtesies.Is(note, sentence) ? Around(sentence, offices.Where(m => m.Record is not null))
        : IsOfNobody(note, sentence, offices) ? offices.Select(m => m.Name.Span)
        : IsOfEvent(note, sentence, offices) ? Dates.In(note, sentence).Select(d => d.Span)
        : [];

    // The office that is thanked for, or recalled, is the one that the other sentences may speak of.
    private static IEnumerable<Span> Around(Span sentence, IEnumerable<Mention> offices)
    {
        var at = sentence.Start;
        foreach (var office in offices.Select(m => m.Span))
        {
            yield return Span.Between(at, office.Start);
            at = Math.Max(at, office.End);
        }
        yield return Span.Between(at, sentence.End);
    }

    // "At its meeting of 3 March the Council designated …" says what comes of it.
    private static bool IsOfOccasion(NoteText note, Span sentence, List<Mention> offices) =>
        note.Has(Concept.Occasion, sentence) && offices.All(m => m.Record is null) && !SaysOfAuthority(note, sentence, offices)
        && !note.Has(Concept.Joins, sentence) && !note.Has(Concept.Unchanged, sentence) && !note.Has(Concept.Nil, sentence);

    // "The telephone of the Permanent Mission is …", unless it is who informs, and of an office.
    private static bool IsOfSender(NoteText note, Span sentence, List<Mention> offices) =>
        offices.Count == 0 && note.Has(Concept.OfSender, sentence) && !note.Has(Concept.Informs, sentence)
        && !SaysOfAuthority(note, sentence, offices);

    // "Each State party shall designate a central authority": anybody's.
    private static bool IsOfLaw(NoteText note, Span sentence, List<Mention> offices) =>
        offices.Count == 0
        && ((note.Has(Concept.EachState, sentence) && Article().IsMatch(Text(note, sentence)))
            || BeginsWithLaw().IsMatch(Text(note, sentence).TrimStart()))
        && !note.Has(Concept.LegalBasis, sentence) && !note.Has(Concept.Informs, sentence);

    // "The Council merely advises and is not to be listed": named to say that it is none.
    private static bool IsOfNobody(NoteText note, Span sentence, List<Mention> offices) =>
        offices.Count > 0 && offices.All(m => m.Record is null) && offices.DistinctBy(m => m.Name.Name.Value).Count() == 1
        && note.Has(Concept.NoAuthority, Span.Between(offices[0].Span.End, Math.Max(offices[0].Span.End, sentence.End)));

    // What happened, on a day, to none of the offices.
    private static bool IsOfEvent(NoteText note, Span sentence, List<Mention> offices) =>
        offices.Count == 0 && note.Has(Concept.Event, sentence) && Text(note, sentence).TrimEnd().EndsWith('.')
        && !SaysOfAuthority(note, sentence, offices);

    private static bool SaysOfAuthority(NoteText note, Span sentence, List<Mention> offices) =>
        (Functions.Words.Any(c => note.Has(c, sentence)) || (offices.Count > 0 && Article().IsMatch(Text(note, sentence))))
        && ActPhrases.Of(note.Lexicon.Language)
            .Any(p => p.Kind is ActKind.Begins or ActKind.Ends && p.Phrases.IsIn(note.Plain, sentence));

    // "In 2014 the Ministry was the central authority": what was, on no day.
    [GeneratedRegex(
        @"^\W*(?:(?:already|deja|ya)\s)?(?:in|until|en|jusqu'en|hasta)\s(?:19|20)\d\d\b[^.;]{1,200}?\b(?:was|were|etait|etaient|fut|era|eran|fue)\s(?:(?:the|an?|le|la|une?|el)\s|l')?[^.;]{0,20}?(?:authori|autori)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Past();

    private static string Text(NoteText note, Span span) => note.Plain[span.Start..span.End];

    [GeneratedRegex(
        @"\bart(?:icle|iculo|\.)s?\s\d|\bconvention\b|\bconvencion\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Article();

    // "The Convention …", "Article 18, paragraph 13, …", and a verb: what it says, not what is under it.
    [GeneratedRegex(
        @"^(?:(?:the|la|le|el|l')\s?)?"
        + @"(?:(?:convention|protocol[eo]?|convencion|treaty|traite|tratado|agreement|accord|acuerdo|act|law|loi|ley)"
        + @"(?:\s(?:of|de|no\.|n°|num\.)\s\S{1,20}(?:\s(?:of|de)\s\d{4})?)?"
        + @"|(?:article|articulo|paragraph[e]?|parrafo)\s\d{1,2}(?:,?\s(?:paragraph[e]?|parrafo)\s\d{1,2},?)?"
        + @"(?:\s(?:of|de|del)\s(?:the\s|la\s|l')?(?:convention|convencion|article\s\d{1,2}|articulo\s\d{1,2}))?)"
        + @"\s(?:was|is|has|entered|provides|requires|allows|obliges|speaks|applies|replaces|will|ceased|amends|a|est|prevoit|veut"
        + @"|permet|parle|fait|remplace|s'applique|modifie|sera|se|entro|dispone|exige|permite|habla|obliga|sustituye|dejo|modifica)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex BeginsWithLaw();
}
