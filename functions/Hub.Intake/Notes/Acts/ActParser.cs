using System.Text.RegularExpressions;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Acts;

/// <summary>Finds what a note says of the offices in it.</summary>
internal static partial class ActParser
{
    private const int Reach = 420;
    private const int BeyondColon = 500;
    private const int Most = 200;
    private const int MostActs = 300;

    /// <summary>All of it, in the order of the text.</summary>
    /// <remarks>What ends is found first: "designates, in place of A, B" designates B.</remarks>
    public static IReadOnlyList<Act> In(NoteText note, Mentions mentions)
    {
        var timeless = Timeless.Of(note);
        List<Act> Of(IReadOnlyList<Mention> of, Func<ActKind, bool> chosen) => ActParser.Of(note, timeless, mentions, of, chosen);
        var ends = Of(mentions.All, k => k is ActKind.Ends);
        var ended = ends.Select(a => a.Office!.Span).ToHashSet();
        IReadOnlyList<Mention> others = [.. mentions.All.Where(m => !ended.Contains(m.Span))];
        return
        [
            .. ends.Concat(Of(others, k => k is ActKind.Begins))
                .Concat(Of(mentions.All, k => k is not (ActKind.Ends or ActKind.Begins or ActKind.Speaks)))
                .Concat(Of(others, k => k is ActKind.Speaks))
                .OrderBy(a => a.Phrase.Start).Take(MostActs),
        ];
    }

    private static List<Act> Of(
        NoteText note, NoteText timeless, Mentions all, IReadOnlyList<Mention> mentions, Func<ActKind, bool> chosen) =>
    [
        .. (from phrases in ActPhrases.Of(note.Lexicon.Language)
            where chosen(phrases.Kind)
            from span in Spans(note, timeless, phrases).Take(Most)
            where phrases.Kind is not (ActKind.Begins or ActKind.Speaks or ActKind.Ends) || !IsDenied(note, span)
            select Of(note, all, mentions, phrases, span)).OfType<Act>(),
    ];

    // "Was on 1 September entrusted to": a day may stand within what is said.
    private static IEnumerable<Span> Spans(NoteText note, NoteText timeless, ActPhrases phrases)
    {
        var spans = note.Said.SelectMany(s => phrases.Phrases.In(note.Plain, s)).ToList();
        return spans.Concat(note.Said.SelectMany(s => phrases.Phrases.In(timeless.Plain, s))
            .Where(t => !spans.Any(s => s.Start < t.End && t.Start < s.End)));
    }

    private static Act? Of(
        NoteText note, Mentions all, IReadOnlyList<Mention> mentions, ActPhrases phrases, Span phrase) => phrases.Slot switch
    {
        Slot.None => new(phrases.Kind, phrase, null),
        Slot.Before => (Before(note, mentions, phrases.Kind, phrase) ?? Unlike(note, all, phrases, phrase.Start)) is { } office
            ? new(phrases.Kind, phrase, office) : null,
        Slot.After => (After(note, mentions, phrase) ?? Unlike(note, all, phrases, phrase.End)) is { } office
            ? new(phrases.Kind, phrase, office) : null,
    };

    // Who begins may be called as no office is: "the Vigie nationale", "el Letrado General".
    private static Mention? Unlike(NoteText note, Mentions all, ActPhrases phrases, int index) =>
        phrases.Kind == ActKind.Begins && new OfficeNames(note).Beside(index, phrases.Slot == Slot.Before) is { } name
        && !all.All.Any(m => m.Span.Start < name.Span.End && name.Span.Start < m.Span.End)
            ? new(name, null)
            : null;

    // What is renamed or moved is an authority that there is, whatever else stands between.
    private static Mention? Before(NoteText note, IReadOnlyList<Mention> mentions, ActKind kind, Span phrase)
    {
        var sentence = note.SentenceAt(phrase.Start);
        var within = Span.Between(Math.Max(sentence.Start, phrase.Start - Reach), phrase.Start);
        var before = mentions.Where(m => within.Holds(m.Span)).ToList();
        // "It", "su designación": what ends, or is called otherwise, is the authority spoken of last.
        if (before.Count == 0 && kind is ActKind.Ends or ActKind.Renames or ActKind.Moves
            && Again().IsMatch(note.Plain[sentence.Start..phrase.End]))
            return mentions.LastOrDefault(m => m.Span.End <= phrase.Start && phrase.Start - m.Span.End < Reach) is { Record: not null } last
                ? last
                : null;
        return kind is ActKind.Renames or ActKind.Moves
            ? before.LastOrDefault(m => m.Record is not null) ?? before.LastOrDefault()
            : before.LastOrDefault(m => !IsInClause(note, before, m)) ?? before.LastOrDefault();
    }

    /// <summary>Whether a stretch says of somebody that it does not become an authority.</summary>
    public static bool Denies(NoteText note, Span within) => ActPhrases.Of(note.Lexicon.Language)
        .Any(p => p.Kind == ActKind.Begins && p.Phrases.In(note.Plain, within).Any(s => IsDenied(note, s)));

    // "No asume función alguna": said not to be so.
    private static bool IsDenied(NoteText note, Span phrase) =>
        Denying().IsMatch(note.Plain[Math.Max(0, phrase.Start - 12)..phrase.Start]);

    // "The Bureau, which the Ministry set up, is the authority": the Bureau is.
    private static bool IsInClause(NoteText note, List<Mention> before, Mention mention) =>
        before.LastOrDefault(m => m.Name.Span.End <= mention.Span.Start) is { } other
        && Clause().IsMatch(note.Plain[other.Name.Span.End..mention.Span.Start]);

    // Behind the phrase; where its sentence ends with a colon, in what is set apart below.
    private static Mention? After(NoteText note, IReadOnlyList<Mention> mentions, Span phrase)
    {
        var end = note.SentenceAt(Math.Max(phrase.Start, phrase.End - 1)).End;
        return First(mentions, Span.Between(phrase.End, Math.Min(end, phrase.End + Reach)))
            ?? (note.Plain.IndexOf(':', phrase.End, Math.Max(0, Math.Min(end, note.Plain.Length) - phrase.End)) is > 0 and var colon
                && colon - phrase.End < Reach
                ? First(mentions, Span.Between(colon, Math.Min(note.Plain.Length, colon + BeyondColon)))
                : null);
    }

    [GeneratedRegex(
        @"\b(?:it|its|elle|il|celle-ci|celui-ci|sa|son|su|est[ae]|ceso|dejo|la misma|el mismo)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Again();

    [GeneratedRegex(@"\b(?:no|not|never|ne|n'|nor|ni|nunca|tampoco|without|sans|sin)\s?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Denying();

    [GeneratedRegex(
        @"^\s{0,2},\s{1,3}(?:that|which|whom|que|qu'|dont|auquel|a laquelle|a la que|al que|cuy[oa])\s{0,2}(?:the|la|le|el|l')?\s{0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Clause();

    private static Mention? First(IReadOnlyList<Mention> mentions, Span within) => mentions.FirstOrDefault(m => within.Holds(m.Span));
}
