using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Problems;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Whether requests may go through INTERPOL (UNTOC art. 18(13)); a yes with conditions is a question (V14).</summary>
internal static partial class Interpol
{
    /// <summary>What the note says.</summary>
    public static Found<InterpolAcceptance>? In(NoteText note, Span within) =>
        Sentences(note, within).Select(s => Said(note, s)).FirstOrDefault(f => f is not null);

    /// <summary>What has to be asked.</summary>
    public static IEnumerable<Found<ProblemCode>> Questions(NoteText note, Span within) =>
        Sentences(note, within).Where(s => note.Has(Concept.But, s)).Take(1).Select(s => new Found<ProblemCode>(ProblemCode.V14, s));

    private static IEnumerable<Span> Sentences(NoteText note, Span within) =>
        note.Sentences(within).Where(s => Name().IsMatch(note.Plain[s.Start..s.End]));

    private static bool IsLabelled(NoteText note, Span sentence) => Label().IsMatch(note.Plain[sentence.Start..sentence.End]);

    private static Found<InterpolAcceptance>? Said(NoteText note, Span sentence)
    {
        if (note.Has(Concept.But, sentence))
            return null;
        if (note.Has(Concept.Refuses, sentence))
            return note.Has(Concept.Urgent, sentence) ? null : new(InterpolAcceptance.No, sentence);
        // Who speaks of that channel, and refuses nothing, takes what comes by it.
        if (!note.Has(Concept.Accepts, sentence) && !note.Has(Concept.Requests, sentence) && !IsLabelled(note, sentence))
            return null;
        return new(note.Has(Concept.Urgent, sentence) ? InterpolAcceptance.UrgentOnly : InterpolAcceptance.Yes, sentence);
    }

    [GeneratedRegex(
        @"^[^:\t]{0,30}interpol[^:\t]{0,20}(?::|\t|\.{2,80}|[ ]{3,40})|(?:channel|canal|voie|via|cauce|network)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"\b(?:interpol|icpo|oipc)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
