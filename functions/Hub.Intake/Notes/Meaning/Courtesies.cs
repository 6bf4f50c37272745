using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>
/// Tells a sentence that only thanks, congratulates, apologises, wishes, regrets or recalls what was: whatever it names on the way, it
/// changes nothing. One that goes on to inform does.
/// </summary>
internal static partial class Courtesies
{
    private static readonly Concept[] Businesslike =
    [
        Concept.TakenBack, Concept.Nil, Concept.Joins, Concept.LegalBasis, Concept.Ending, Concept.Draft, Concept.Stays, Concept.Closure,
        Concept.LineDown, Concept.Relocation, Concept.Strike, Concept.Emergency,
    ];

    /// <summary>Whether a sentence is one.</summary>
    public static bool Is(NoteText note, Span sentence)
    {
        if (note.First(Concept.Courtesy, sentence) is not { } said)
            return false;
        var (before, behind) = (note.Plain[sentence.Start..said.Start], note.Plain[said.End..sentence.End]);
        return !Informs().IsMatch(before) && !GoesOn().IsMatch(behind) && !News().IsMatch(note.Plain[sentence.Start..sentence.End])
            && !Businesslike.Any(c => note.Has(c, sentence))
            && !(note.Has(Concept.Unchanged, sentence) && note.Has(Concept.Confirms, sentence));
    }

    // A number, an address, a channel, something to be mended.
    [GeneratedRegex(
        @"@|\+\s?\d|\b(?:interpol|errors?|erreurs?|wrong|mistakes?|err?one[eo]?\p{L}{0,3}|equivocad[oa]s?)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex News();

    // "… informs it that it is grateful": said on the way.
    [GeneratedRegex(
        @"\b(?:inform|notif|communic|communiq|announc|annonc|anunci|declar|confirm|avis|advis|hace saber|fait savoir|porte a|pone en)\p{L}{0,6}\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Informs();

    // "…, and has the honour to inform it that", "… y le comunica que", "to have to inform": what follows is news.
    [GeneratedRegex(
        @"(?:\b(?:and|et|y|e|while|tout en|asi como|to|d'|de|que|that)\b|[,;])[^.;]{0,40}?\b(?:honou?r|honneur|honor|"
        + @"(?:inform|notif|communic|communiq|announc|annonc|anunci|confirm|avis|advis)(?:er?|s|es|e|a|ar|arle|arles|y|ies|ent|an|ing|ant|ando)|declares?|declara"
        + @"|hacer? saber|fai(?:t|re) savoir|port(?:e|er) a|pone(?:r)? en|(?:is|are|est|sont|es|son) (?:now|henceforth|desormais|dorenavant|ahora|en adelante)"
        + @"|wish(?:es)? to|desires? to|souhaite|desea|request(?:s|ed)?|prie|ruega|solicita|bien vouloir|tener a bien|kindly"
        + @"|for (?:entering|listing|replacing|recording|registering|noting|changing|updating|correcting|amending|deleting|removing)"
        + @"|se (?:inscriba|anote|sustituya|modifique|registre|tome nota))\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex GoesOn();
}
