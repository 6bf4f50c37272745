using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Log;

/// <summary>What a commit needs to know of the notice behind it.</summary>
/// <param name="Id">The notice.</param>
/// <param name="State">The State it is for.</param>
/// <param name="Changes">What it changes.</param>
/// <param name="NoteDate">The date of the note.</param>
/// <param name="Quiet">Whether recipients are spared a mail.</param>
/// <param name="SetBy">The office of the State that sent it.</param>
/// <param name="Reviewers">Who approved it.</param>
public sealed record ApprovedNotice(
    string Id, StateCode State, IReadOnlyList<Change> Changes, DateOnly? NoteDate, bool Quiet, OfficeRole? SetBy,
    IReadOnlyList<string> Reviewers);
