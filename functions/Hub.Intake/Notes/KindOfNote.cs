using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;

namespace Hub.Intake.Notes;

/// <summary>What a note does.</summary>
internal static class KindOfNote
{
    private static readonly Concept[] AuthorityWords =
        [Concept.CentralAuthority, Concept.CompetentAuthority, Concept.FocalPoint, Concept.Liaison];

    /// <summary>The kind, by the first phrase that decides; null where none does.</summary>
    public static Found<NoticeKind>? Of(NoteText note, IReadOnlyList<Found<NamedPair>> pairs)
    {
        if (note.First(Concept.Nil, note.Body) is { } nil)
            return new(NoticeKind.NilDeclaration, nil);
        if (note.First(Concept.Designates, note.Body) is { } designates && Names(note))
            return new(NoticeKind.NewDesignation, designates);
        if (note.First(Concept.Replaces, note.Body) is { } replaces && Names(note) && HasFunction(note))
            return new(NoticeKind.ChangeOfDesignation, replaces);
        if (Temporary.In(note) is { } temporary)
            return new(NoticeKind.TemporaryMeasure, temporary.Span);
        if (Withdrawal(note) is { } withdraws)
            return new(NoticeKind.Withdrawal, withdraws);
        if (LegalBases.In(note, pairs) is { } basis)
            return new(NoticeKind.LegalBasisDeclaration, basis.Span);
        return Confirmation(note) is { } confirms ? new(NoticeKind.ConfirmationNoChange, confirms) : Contact(note);
    }

    private static bool Names(NoteText note) => new NewAuthority(note).Exists();

    private static bool HasFunction(NoteText note) => AuthorityWords.Any(c => note.Has(c, note.Body));

    private static Span? Withdrawal(NoteText note) =>
        note.First(Concept.Withdraws, note.Body) is { } phrase && (HasFunction(note) || note.Has(Concept.PreviousOf, note.Body))
            ? phrase
            : null;

    // What stays as it is, is confirmed only where nothing else is said to change.
    private static Span? Confirmation(NoteText note) =>
        note.First(Concept.Confirms, note.Body) is { } confirms
            && note.First(Concept.Unchanged, note.Body) is { } unchanged && !HasContact(note)
            ? confirms.With(unchanged)
            : null;

    private static Found<NoticeKind>? Contact(NoteText note) =>
        note.First(Concept.ContactChange, note.Body) is { } contact && Says(note) ? new(NoticeKind.ChangeOfContact, contact, 0.8) : null;

    private static bool Says(NoteText note) => HasContact(note)
        || Tongues.OfRequests(note, note.Body).Count > 0 || Interpol.In(note, note.Body) is not null || Hours.In(note, note.Body).Count > 0
        || ContactFields.Questions(note).Any();

    private static bool HasContact(NoteText note) => Phones.In(note, note.Body).Any() || Addresses.Emails(note, note.Body).Any();
}
