using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Problems;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The languages that a note names: those of requests, and those spoken.</summary>
internal static partial class Tongues
{
    /// <summary>The languages named in the sentences about requests, or under a label.</summary>
    public static IReadOnlyList<Found<string>> OfRequests(NoteText note, Span within) =>
        Named(
            note, within,
            (sentence, _) => !IsSpoken(note, sentence) && (note.Has(Concept.Requests, sentence) || IsLabelled(note, sentence)));

    /// <summary>The languages that the staff speaks.</summary>
    public static IReadOnlyList<Found<string>> Spoken(NoteText note, Span within) =>
        Named(note, within, (sentence, _) => IsSpoken(note, sentence));

    /// <summary>What has to be asked: languages that nobody has named (V13).</summary>
    public static IEnumerable<Found<ProblemCode>> Questions(NoteText note, Span within) =>
        note.All(Concept.AllLanguages, within).Take(1).Select(s => new Found<ProblemCode>(ProblemCode.V13, s));

    private static List<Found<string>> Named(NoteText note, Span within, Func<Span, Span, bool> isMeant) =>
    [
        .. (from sentence in note.Sentences(within)
            from language in note.Lexicon.Languages
            from span in language.Value.In(note.Plain, sentence)
            where isMeant(sentence, span) && !Adjective().IsMatch(note.Plain[span.End..Math.Min(note.Plain.Length, span.End + 40)])
            orderby span.Start
            select new Found<string>(language.Key, span)).DistinctBy(f => f.Value),
    ];

    // "The Maltese central authority": of the State.
    [GeneratedRegex(
        @"^\s+(?:(?:central|competent|permanent|national|federal)\s+)?(?:authorit\w+|mission|government|entry|court|police|ministry|state|nationals?|citizens?|side)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Adjective();

    private static bool IsSpoken(NoteText note, Span sentence) => note.Has(Concept.Speaks, sentence);

    private static bool IsLabelled(NoteText note, Span sentence) => note.Has(Concept.LanguagesLabel, sentence);
}
