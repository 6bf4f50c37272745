using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Tells what a note gives up from what it gives: the old number stands beside the new one.</summary>
internal static partial class Old
{
    private const int Reach = 60;
    private static readonly string[] Towards = [" to ", " en ", " a ", " a ", " por ", " par ", " with ", " by ", " enter ", " insert ", " put in ", " inscrire ", " noter ", " anotar ", " poner "];

    /// <summary>Whether a value is one that is given up, by the words before it from a place on, or right behind it.</summary>
    public static bool Is(NoteText note, Span value, int from)
    {
        var before = Span.Between(Math.Max(from, value.Start - Reach), value.Start);
        var sentence = note.SentenceAt(value.Start);
        var after = Span.Between(value.End, Math.Min(Math.Min(sentence.End, value.End + Reach), note.Plain.Length));
        return IsCalledOld(note, before)
            || note.First(Concept.OldAfter, after) is { } given && !note.Plain[value.End..given.Start].Any(char.IsDigit);
    }

    // "Changed from A to B": what is called old ends where the new begins.
    private static bool IsCalledOld(NoteText note, Span before) =>
        note.All(Concept.Old, before).LastOrDefault() is { Length: > 0 } old
        && note.Plain[old.End..before.End] is var between && !Listed().IsMatch(between)
        && !Towards.Any(t => between.Contains(t, StringComparison.OrdinalIgnoreCase));

    // "Instead of the one that is printed, B": what is called old is not written at all.
    [GeneratedRegex(
        @"\b(?:que figuran?|que aparecen?|publicado|printed|listed|shown|given there|imprimee?|figurant|qui figure)\b[^,;:(]{0,30},\s",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Listed();
}
