using System.Text.RegularExpressions;
using Hub.Intake.Files.Text;
using Hub.Intake.Notes.Laws;
using Hub.Intake.Notes.Layout;
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
        text = NoteText.Cut(text);
        if (LexiconOf(text) is not { } lexicon)
            return [];
        var note = NoteText.Of(text, lexicon);
        var state = SpeakingState.In(note, data.States);
        // What is asked is not said.
        var said = note.Only(note.Said).Without(
            [.. note.Sentences(note.Body).Where(s => IsQuestion(note, s)), .. note.Footers(), .. TickBoxes.Unticked(note)]);
        Mentions In(NoteText part) => new(part, register, data.States, state?.Value ?? context.State, context.Today);
        var mentions = In(said);
        IReadOnlyList<Span> asides =
            [.. Asides.In(said, mentions), .. Tables.Same(said, Tables.In(said), [.. mentions.All.Select(m => m.Span)])];
        if (asides.Count > 0)
            mentions = In(said = said.Without(asides));
        var pairs = Pairs(said, mentions);
        var meaning = new NoteMeaning(new(said, mentions, pairs), data, state?.Value ?? context.State, context.Sender);
        // The days of a law are asides where an office is spoken of, and the matter itself here.
        if (meaning.Kind is null && NamedLaw.In(note.Only(note.Said)) is { } law)
            return [LawNotice(note, state, context, law, pairs)];
        return note.Opening is null && meaning.Kind is null ? [] : [Notice(note, said, state, context, meaning, mentions, pairs)];
    }

    /// <summary>
    /// What is found in a text in whichever language, where nothing says what it does: its reference and date, the one authority that it
    /// names, how somebody can be reached. A notice begun, for the person who reads it.
    /// </summary>
    public UnderstoodNotice Draft(string text, NoteContext context)
    {
        text = NoteText.Cut(text);
        var note = NoteText.Of(text, LexiconOf(text) ?? Lexicon.Of(Language.English)!);
        var draft = new NoticeDraft(note, context.Where);
        if (context.State is { } state)
            draft.Place("/state", state.Value);
        if (LanguageDetector.Of(text).Language is { } language)
            draft.Place("/language", language.Code());
        Reference(draft, note, context);
        draft.Day("/noteDate", NoteDates.Written(note, context.Today));
        // What stands in the foot, or is the sender's own, is no authority's.
        var said = note.Only(note.Said).Without([.. note.Footers(), .. Own(note, context.Sender)]);
        var mentions = new Mentions(said, register, data.States, context.State, context.Today);
        var known = mentions.Records is [var record] ? mentions.All.First(m => m.Record == record) : null;
        draft.Set("/changes/0/recordId", known is null ? null : new Found<string>(known.Record!, known.Span));
        new ContactFields(said, draft, data.States, context.State, new([]))
            .Fill("/changes/0/set", mentions.Of(known?.Record), null, mentions.NamesOf(known?.Record));
        return draft.Done();
    }

    /// <summary>Whether a text thanks, and says nothing else.</summary>
    public static bool OnlyThanks(string text) =>
        LexiconOf(NoteText.Cut(text)) is { } lexicon && ThanksOnly.Is(NoteText.Of(text, lexicon));

    private static IReadOnlyList<Found<NamedPair>> Pairs(NoteText said, Mentions mentions)
    {
        var parser = new PairParser(said);
        return parser.In(said.Body) is { Count: > 0 } named ? named : mentions.Records is [var only]
            ? parser.Of([.. mentions.Of(only)!.Restricted.Designations.Select(d => d.Pair())], said.Body) : [];
    }

    private static IEnumerable<Span> Own(NoteText note, string? sender) =>
        sender is { Length: > 0 } ? new Phrases(Regex.Escape(sender)).In(note.Plain, note.Whole) : [];

    private static bool IsQuestion(NoteText note, Span sentence) =>
        note.Plain.AsSpan(sentence.Start, sentence.Length).TrimEnd() is [.., '?'] && note.Has(Concept.Asks, sentence);

    // A short note, a form or a telegram has too few of the small words that tell a language: the words of the field do.
    private static Lexicon? LexiconOf(string text)
    {
        text = NoteText.Own(text);
        var detected = LanguageDetector.Of(text);
        if (detected.Language is { } known)
            return Lexicon.Of(known);
        var head = PlainLetters.Of(text[..Math.Min(text.Length, 5000)]);
        if (Foreign().IsMatch(text))
            return null;
        return detected.IsOther ? null : MostOf(head, Telling.Contains, LeastWords, 1) ?? MostOf(head, _ => true, LeastWords + 1, 2);
    }

    // The one whose phrases for more concepts are in a text.
    private static Lexicon? MostOf(string text, Func<Concept, bool> counts, int least, int lead)
    {
        var ranked = Lexicon.All
            .Select(l => (Lexicon: l, Count: l.Concepts.Count(c => counts(c.Key) && c.Value.IsIn(text, new(0, text.Length)))))
            .OrderByDescending(r => r.Count).ToList();
        return ranked[0].Count >= least && ranked[0].Count - ranked[1].Count >= lead ? ranked[0].Lexicon : null;
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
        var (draft, written) = Begun(note, state, context);
        draft.Set("/kind", meaning.Kind);
        // "Procuraduría Adjunta" is an office.
        var bare = note.Without([.. mentions.All.Select(m => m.Span)]);
        if (!context.HasFiles && bare.First(Concept.Enclosed, note.Whole) is { } enclosed)
            draft.Ask(ProblemCode.V17, "/attachments", enclosed);
        if (meaning.Kind?.Value is not (NoticeKind.TemporaryMeasure or NoticeKind.LegalBasisDeclaration))
            Effective(draft, said, meaning, written);
        draft.Place("/language", note.Lexicon.Language.Code());
        if (meaning.Kind is { } kind)
            new ChangeFields(said, draft, data.States, meaning, mentions, state?.Value ?? context.State, written)
                .Fill(kind.Value, PairParser.Each(pairs));
        return draft.Done();
    }

    private static UnderstoodNotice LawNotice(
        NoteText note, Found<StateCode>? state, NoteContext context, NamedLaw law, IReadOnlyList<Found<NamedPair>> pairs)
    {
        // The number of the law is no reference of the note.
        var (draft, _) = Begun(note, state, context, note.Without([law.Title.Span]));
        LawFields.Fill(draft, note, law, pairs);
        draft.Place("/language", note.Lexicon.Language.Code());
        return draft.Done();
    }

    // Whose it is, under which reference and of which day.
    private static (NoticeDraft Draft, DateHit? Written) Begun(
        NoteText note, Found<StateCode>? state, NoteContext context, NoteText? referring = null)
    {
        var draft = new NoticeDraft(note, context.Where);
        draft.Set("/state", state);
        if (state is null && context.State is { } known)
            draft.Place("/state", known.Value);
        Reference(draft, referring ?? note, context);
        var written = NoteDates.Written(note, context.Today);
        draft.Day("/noteDate", written);
        return (draft, written);
    }

    private static void Effective(NoticeDraft draft, NoteText said, NoteMeaning meaning, DateHit? written)
    {
        if (NoteDates.Effective(said, meaning.Phrases, written, meaning.Kind?.Value) is { } day)
            draft.Day("/effectiveFrom", day);
        else if (meaning.Kind is not null && meaning.New.Count < 2 && NoteDates.Two(said, isLast: false) is var (first, second))
            draft.AskWhich("/effectiveFrom", first, second);
    }

    private static void Reference(NoticeDraft draft, NoteText note, NoteContext context)
    {
        if (References.In(note) is { } found)
            draft.Set("/officialRef", found);
        else if (References.InSubject(context.Subject, note.Lexicon) is { } subject)
            draft.Propose("/officialRef", subject, context.Subject, "subject", 0.8);
    }
}
