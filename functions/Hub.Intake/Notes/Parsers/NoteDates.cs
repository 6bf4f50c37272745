using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The days that a note is of: when it was written, when it takes effect, when something ends.</summary>
internal static partial class NoteDates
{
    /// <summary>The day it was written: beside the place, else the only date at its head or foot.</summary>
    public static DateHit? Written(NoteText note)
    {
        var outside = new[] { note.Head, note.Foot }.SelectMany(region => Dates.In(note, region)).DistinctBy(d => d.Span).ToList();
        var placed = outside.Where(d => Place().IsMatch(note.Plain[Math.Max(0, d.Span.Start - 40)..d.Span.Start])).ToList();
        // Where a note has neither head nor foot, a date in its last lines is of what it says.
        var dates = (placed.Count > 0 || note.Opening is null ? placed : outside).DistinctBy(d => d.Value).ToList();
        return dates.Count == 1 ? dates[0] : null;
    }

    /// <summary>The day it takes effect.</summary>
    public static DateHit? Effective(NoteText note) => Only(After(note, Concept.Effective));

    /// <summary>The last day of what ends.</summary>
    public static DateHit? Last(NoteText note) => Only(After(note, Concept.LastDay));

    private static IEnumerable<DateHit> After(NoteText note, Concept concept) =>
        from phrase in note.All(concept, note.Body)
        let date = Dates.At(note, phrase.End)
        where date is not null
        select date;

    // Two days for one thing are none.
    private static DateHit? Only(IEnumerable<DateHit> dates) =>
        dates.DistinctBy(d => d.Span).ToList() is { Count: > 0 } found && found.DistinctBy(d => d.Value).Count() == 1 ? found[0] : null;

    [GeneratedRegex(
        @"(?:^|[\n.\]]|\s{2})\s*\p{Lu}[\p{L}'-]*(?:[ ][\p{L}'-]+){0,3},\s*(?:(?:the|le|el|a)\s+)?$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
