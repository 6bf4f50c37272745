using System.Buffers;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>
/// Tells a note that thanks, or wishes well, and says nothing else: each of its sentences does, beside who writes, whom it greets and when.
/// Nobody reads such a mail, so that a sentence that is not understood keeps it from being one.
/// </summary>
internal static partial class ThanksOnly
{
    private const int LongestLine = 90;
    private const int LongestSubject = 80;

    /// <summary>Whether a note is one.</summary>
    public static bool Is(NoteText note)
    {
        // "The Permanent Mission" avails itself of the occasion: its assurances are no part of the body.
        var said = note.Sentences(note.Body).Where(s => note.Plain.AsSpan(s.Start, s.Length).ContainsAny(Letters)
            && !(note.Closing?.Start == s.End && s.Length < LongestSubject)).ToList();
        return note.Annex is null && said.Any(s => IsThanks(note, s))
            && said.All(s => IsThanks(note, s) || IsFrame(note, s));
    }

    private static readonly SearchValues<char> Letters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool IsThanks(NoteText note, Span sentence) =>
        Courtesies.Is(note, sentence) && !More().IsMatch(note.Plain[sentence.Start..sentence.End]);

    // Who writes, a greeting, a day, a reference, on lines of their own.
    private static bool IsFrame(NoteText note, Span sentence) => note.Plain[sentence.Start..sentence.End].Split('\n')
        .All(line => line.Length < LongestLine && (!line.AsSpan().ContainsAny(Letters) || IsFrame(note, line)));

    private static bool IsFrame(NoteText note, string line) => new Span(0, line.Length) is var whole
        && (note.Lexicon[Concept.Sender].AtStart(line.TrimStart(), new(0, line.TrimStart().Length)) > 0
            || note.Lexicon[Concept.OfficeOf].AtStart(line.TrimStart(), new(0, line.TrimStart().Length)) > 0
            || note.Lexicon[Concept.Salutation].IsIn(line, whole) || note.Lexicon[Concept.LetterEnd].IsIn(line, whole)
            || note.Lexicon[Concept.ReferenceLabel].AtStart(line.TrimStart(), new(0, line.TrimStart().Length)) > 0
            || Dated().IsMatch(line) || Reference().IsMatch(line));

    // Whoever asks, objects, encloses or recalls something wants it read.
    [GeneratedRegex(
        @"\?|\b(?:but|however|although|unfortunately|attached|enclosed|please|recall|regret|apolog|correct\p{L}*|error|entr(?:y|ies)"
        + @"|mais|toutefois|cependant|malheureusement|ci-joint|veuillez|rappell?e|regrette|excus|correction|rectifi|pero|sin embargo|lamentablemente|adjunt"
        + @"|sirva|recuerda|lamenta|disculp|correcci|rectific)\p{L}{0,8}\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex More();

    [GeneratedRegex(
        @"^\W*\p{Lu}[\p{L}'. -]{2,30},?\s(?:(?:the|le|el|a)\s)?\d{1,2}\S{0,3}\s(?:de\s)?\S{2,14}\s(?:del?\s)?\d{4}\W*$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Dated();

    [GeneratedRegex(@"^\W*(?:[\p{L}.°º/-]{1,12}\s?)?[\p{L}\d./-]{0,30}\d[\p{L}\d./-]{0,30}\W*$", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
