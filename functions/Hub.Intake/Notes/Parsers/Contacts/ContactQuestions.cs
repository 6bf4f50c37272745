using Hub.Intake.Notes.Phrasing;
using Hub.Register.Problems;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>What has to be asked about how an office is reached.</summary>
internal static class ContactQuestions
{
    /// <summary>What has to be asked, and the field it is about.</summary>
    public static IEnumerable<(string Field, Found<ProblemCode> Question)> In(NoteText note) =>
    [
        .. Phones.Questions(note, note.Body).Select(q => ("phones", q)),
        .. Phones.Unpublished(note, note.Body).Select(q => ("phones", q)),
        .. Persons.Questions(note, note.Body).Select(q => ("contactPerson", q)),
        .. Hours.Questions(note, note.Body).Select(q => ("timeZone", q)),
        .. Tongues.Questions(note, note.Body).Select(q => ("languagesOfRequests", q)),
        .. Interpol.Questions(note, note.Body).Select(q => ("interpolAccepted", q)),
    ];
}
