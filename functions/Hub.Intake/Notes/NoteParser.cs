using System.Text.RegularExpressions;
using Hub.Intake.Files.Text;
using Hub.Intake.Notes.Meaning;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>What is known of a note before it is read.</summary>
/// <param name="Where">Which text it is: <c>body</c>, or the name of the file.</param>
/// <param name="State">The State of its sender.</param>
/// <param name="Sender">The address it came from.</param>
/// <param name="Subject">The subject of its mail.</param>
/// <param name="Today">The day it is read, UTC.</param>
/// <param name="HasFiles">Whether its mail brings files.</param>
internal sealed record NoteContext(string Where, StateCode? State, string? Sender, string Subject, DateOnly Today, bool HasFiles);

/// <summary>
/// Reads the running text of notes verbales in English, French and Spanish: first how it is laid out, then of which offices it speaks, what
/// it says of each, and last the values of each. What can be read in two ways is left to a person.
/// </summary>
internal sealed partial class NoteParser(ReferenceData data, RegisterSnapshot register)
{
    /// <summary>The notices in a text: one, a second where it also declares a legal basis; none where it is no note.</summary>
    public IReadOnlyList<UnderstoodNotice> Read(string text, NoteContext context)
    {
        if (LexiconOf(text) is not { } lexicon)
            return [];
        var note = NoteText.Of(text, lexicon);
        var state = SpeakingState.In(note, data.States);
        // What is asked is not said.
        var said = note.Only(note.Said).Without([.. note.Sentences(note.Body).Where(s => IsQuestion(note, s)), .. note.Footers()]);
        var mentions = new Mentions(said, register, state?.Value ?? context.State, context.Today);
        var pairs = new PairParser(said).In(said.Body);
        var meaning = new NoteMeaning(new(said, mentions, pairs), data.Networks, context.Sender);
        return note.Opening is null && meaning.Kind is null ? [] : [Notice(note, said, state, context, meaning, mentions, pairs)];
    }

    private static bool IsQuestion(NoteText note, Span sentence) =>
        note.Plain.AsSpan(sentence.Start, sentence.Length).TrimEnd() is [.., '?'] && note.Has(Concept.Asks, sentence);

    // A short note, a form or a telegram has too few of the small words that tell a language: the words of the field do.
    private static Lexicon? LexiconOf(string text)
    {
        text = NoteText.Own(text);
        if (LanguageDetector.Of(text).Language is { } known)
            return Lexicon.Of(known);
        var head = PlainLetters.Of(text[..Math.Min(text.Length, 5000)]);
        var ranked = Lexicon
            .All.Select(l => (Lexicon: l, Count: l.Concepts.Count(c => Telling.Contains(c.Key) && c.Value.IsIn(head, new(0, head.Length)))))
            .OrderByDescending(r => r.Count)
            .ToList();
        return ranked[0].Count >= LeastWords && ranked[0].Count > ranked[1].Count && !Foreign().IsMatch(text) ? ranked[0].Lexicon : null;
    }

    private const int LeastWords = 3;

    private static readonly Concept[] Telling =
    [
        Concept.Opening, Concept.Closing, Concept.LetterEnd, Concept.CentralAuthority, Concept.CompetentAuthority, Concept.Designation,
        Concept.PhoneLabel, Concept.EmailLabel, Concept.AddressLabel, Concept.HoursLabel, Concept.LanguagesLabel, Concept.Requests,
        Concept.Effective, Concept.LastDay, Concept.NameLabel, Concept.ParentLabel, Concept.Changed, Concept.Head, Concept.Unchanged,
    ];

    // Small words and endings of their neighbours: Portuguese, Italian, Catalan, Romanian, German, Dutch.
    [GeneratedRegex(
        @"(?:(?:\b(?:não|uma|pelo|pela|dos|nas|della|sono|alla|nel|che|amb|els|dels|aquesta|și|und|der|für|het|een)\b|ç(?:ão|ões)\b)[\s\S]{0,2000}?){3}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();

    private UnderstoodNotice Notice(
        NoteText note, NoteText said, Found<StateCode>? state, NoteContext context, NoteMeaning meaning, Mentions mentions,
        IReadOnlyList<Found<NamedPair>> pairs)
    {
        var draft = new NoticeDraft(note, context.Where);
        draft.Set("/state", state);
        if (state is null && context.State is { } known)
            draft.Place("/state", known.Value);
        draft.Set("/kind", meaning.Kind);
        Reference(draft, note, context);
        var written = NoteDates.Written(note, context.Today);
        draft.Day("/noteDate", written);
        if (!context.HasFiles && note.First(Concept.Enclosed, note.Whole) is { } enclosed)
            draft.Ask(ProblemCode.V17, "/attachments", enclosed);
        if (meaning.Kind?.Value is not (NoticeKind.TemporaryMeasure or NoticeKind.LegalBasisDeclaration))
            draft.Day("/effectiveFrom", NoteDates.Effective(said, meaning.Phrases, written));
        draft.Place("/language", note.Lexicon.Language.Code());
        if (meaning.Kind is { } kind)
            new ChangeFields(said, draft, data.States, meaning, mentions, state?.Value ?? context.State).Fill(kind.Value, pairs);
        return draft.Done();
    }

    private static void Reference(NoticeDraft draft, NoteText note, NoteContext context)
    {
        if (References.In(note) is { } found)
            draft.Set("/officialRef", found);
        else if (References.InSubject(context.Subject, note.Lexicon) is { } subject)
            draft.Propose("/officialRef", subject, context.Subject, "subject", 0.8);
    }
}
