using Hub.Intake.Files.Text;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Notices.Rules;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Intake.Notes;

/// <summary>What is known of a note before it is read.</summary>
/// <param name="Where">Which text it is: <c>body</c>, or the name of the file.</param>
/// <param name="State">The State of its sender.</param>
/// <param name="Sender">The address it came from.</param>
/// <param name="Subject">The subject of its mail.</param>
/// <param name="Today">The day it is read, UTC.</param>
internal sealed record NoteContext(string Where, StateCode? State, string? Sender, string Subject, DateOnly Today);

/// <summary>
/// Reads the running text of notes verbales in English, French and Spanish. What can be read in two ways is left to a person.
/// </summary>
internal sealed class NoteParser(ReferenceData data, RegisterSnapshot register)
{
    /// <summary>The notices in a text: one, a second where it also declares a legal basis; none where it is no note.</summary>
    public IReadOnlyList<UnderstoodNotice> Read(string text, NoteContext context)
    {
        if (LexiconOf(text) is not { } lexicon)
            return [];
        var note = NoteText.Of(text, lexicon);
        var pairs = new PairParser(note).In(note.Body);
        var kind = KindOfNote.Of(note, pairs);
        if (note.Opening is null && kind is null)
            return [];
        var first = Notice(note, context, kind, pairs);
        // A designation brings the declaration along; any other kind leaves it to a notice of its own.
        var hasIt = kind?.Value is NoticeKind.LegalBasisDeclaration or NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation;
        var basis = hasIt ? null : LegalBases.In(note, pairs);
        return basis is null ? [first] : [first, Notice(note, context, new(NoticeKind.LegalBasisDeclaration, basis.Span), pairs)];
    }

    // A short note may not tell its language by its words; its compliments do.
    private static Lexicon? LexiconOf(string text) => Lexicon.Of(LanguageDetector.Of(text).Language)
        ?? Lexicon.All.FirstOrDefault(l => l[Concept.Opening].IsIn(text, new(0, Math.Min(text.Length, 5000))));

    private UnderstoodNotice Notice(NoteText note, NoteContext context, Found<NoticeKind>? kind, IReadOnlyList<Found<NamedPair>> pairs)
    {
        var draft = new NoticeDraft(note, context.Where);
        var state = SpeakingState.In(note, data.States);
        draft.Set("/state", state);
        if (state is null && context.State is { } known)
            draft.Place("/state", known.Value);
        draft.Set("/kind", kind);
        Reference(draft, note, context);
        draft.Day("/noteDate", NoteDates.Written(note));
        if (kind?.Value is not (NoticeKind.TemporaryMeasure or NoticeKind.LegalBasisDeclaration))
            draft.Day("/effectiveFrom", NoteDates.Effective(note));
        draft.Place("/language", note.Lexicon.Language.Code());
        if (kind is not null)
            new ChangeFields(note, draft, data.States, register, context with { State = state?.Value ?? context.State })
                .Fill(kind.Value, pairs);
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
