using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Problems;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Whether requests may go through INTERPOL (UNTOC art. 18(13)); a yes with conditions is a question (V14).</summary>
internal static partial class Interpol
{
    private const int Before = 160;
    private const int Behind = 120;

    /// <summary>What the note says.</summary>
    public static Found<InterpolAcceptance>? In(NoteText note, Span within) =>
        Sentences(note, within).Select(s => Title(note, s) is { } title && Below(note, title) is { Count: > 0 } rows
            ? rows is [var only] ? only : null
            : Said(note, s)).FirstOrDefault(f => f is not null);

    /// <summary>What has to be asked.</summary>
    public static IEnumerable<Found<ProblemCode>> Questions(NoteText note, Span within) =>
        Sentences(note, within).Where(s => note.Has(Concept.But, s) && Said(note, s) is null).Take(1)
            .Select(s => new Found<ProblemCode>(ProblemCode.V14, s));

    private static IEnumerable<Span> Sentences(NoteText note, Span within) =>
        note.Sentences(within).Where(s => Name().IsMatch(note.Plain[s.Start..s.End]));

    private static bool IsLabelled(NoteText note, Span sentence) => Label().IsMatch(note.Plain[sentence.Start..sentence.End]);

    private static Found<InterpolAcceptance>? Said(NoteText note, Span sentence)
    {
        var text = Around(note, sentence);
        // Boxes that nobody ticked.
        if (text.Contains("[ ]", StringComparison.Ordinal))
            return null;
        // "Yes, but only in urgent cases" leaves nothing to ask.
        if (note.Has(Concept.Urgent, sentence) && Rest().IsMatch(text))
            return new(InterpolAcceptance.UrgentOnly, sentence);
        if (note.Has(Concept.But, sentence))
            return null;
        if (!Objection().IsMatch(text) && (note.Has(Concept.Refuses, sentence) || Denied().IsMatch(text)))
            return note.Has(Concept.Urgent, sentence) ? null : new(InterpolAcceptance.No, sentence);
        // Who speaks of that channel, and refuses nothing, takes what comes by it.
        if (!note.Has(Concept.Accepts, sentence) && !note.Has(Concept.Requests, sentence) && !IsLabelled(note, sentence))
            return null;
        return new(note.Has(Concept.Urgent, sentence) ? InterpolAcceptance.UrgentOnly : InterpolAcceptance.Yes, sentence);
    }

    // "Via INTERPOL" above the last column says nothing: what stands below does, and of several rows nobody knows which is the office's.
    private static Span? Title(NoteText note, Span sentence)
    {
        var line = note.LineAt(sentence.Start + Name().Match(note.Plain[sentence.Start..sentence.End]).Index);
        var text = note.Plain[line.Start..line.End];
        return Last().IsMatch(text) && !Verb().IsMatch(text) && !Denied().IsMatch(text) ? line : null;
    }

    private static List<Found<InterpolAcceptance>> Below(NoteText note, Span title)
    {
        var said = new List<Found<InterpolAcceptance>>();
        for (var line = title; said.Count < 2 && line.End + 1 < note.Body.End;)
        {
            line = note.LineAt(line.End + 1);
            var text = note.Plain[line.Start..line.End];
            if (Yes().IsMatch(text) || No().IsMatch(text))
                said.Add(new(Yes().IsMatch(text) ? InterpolAcceptance.Yes : InterpolAcceptance.No, line));
        }
        return said;
    }

    // A telegram is one sentence: what is denied far off is something else.
    private static string Around(NoteText note, Span sentence)
    {
        var name = sentence.Start + Name().Match(note.Plain[sentence.Start..sentence.End]).Index;
        return note.Plain[Math.Max(sentence.Start, name - Before)..Math.Min(sentence.End, name + Behind)];
    }

    [GeneratedRegex(
        @"^[^:\t]{0,30}interpol[^:\t]{0,20}(?::|\t|\.{2,80}|[ ]{3,40})|(?:channel|canal|voie|via|cauce|network)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Label();

    [GeneratedRegex(
        @"\b(?:only|solely|otherwise|(?:for|in) (?:the )?(?:rest|other cases)|solo|solamente|unicamente|los demas|los restantes|seulement|uniquement|qu'en cas"
        + @"|exclusive\w{0,5}|dans les autres cas)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rest();

    [GeneratedRegex(
        @"\b(?:not|neither|nor|never|ningun[ao]?|tampoco|nunca|aucune?|ne|pas|jamais|refuse[sd]?|rehusa|niega)\b|\bn'",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Denied();

    // "No objection": nothing is refused.
    [GeneratedRegex(
        @"\b(?:no|not|nor|any|d'|pas d'|aucune?|ningun)\s?(?:objection|inconvenient|inconveniente|obstacle|obstaculo|difficulty|difficulte)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Objection();

    [GeneratedRegex(@"\S\s+(?:via|par|por|through|interpol|icpo|oipc)[^.;:]{0,20}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Last();

    [GeneratedRegex(
        @"\b(?:is|are|be|may|can|accept\w*|receiv\w+|transmit\w*|sent|est|sont|etre|peu\w+|acheminee?s?|puede\w*|acepta\w*|ser|son|se|only|solo|seulement|urgen\w+)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\s(?:yes|oui|si)\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Yes();

    [GeneratedRegex(@"\s(?:no|non)\s*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex No();

    [GeneratedRegex(@"\b(?:interpol|icpo|oipc)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
