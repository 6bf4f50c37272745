using Hub.Intake.Mails.Kinds;
using Hub.Intake.Mails.Senders;
using Hub.Intake.Notes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Mails.Classification;

/// <summary>What the hub makes of a mail.</summary>
/// <param name="Sender">Who sent it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="References">What it belongs to.</param>
/// <param name="Language">The language of what its sender wrote; null where that is not certain.</param>
/// <param name="Notices">The notices understood from it; none for what is no notice.</param>
/// <param name="Files">Its files, for the intake.</param>
public sealed record MailVerdict(
    SenderVerdict Sender, MailKind Kind, MailReferences References, Language? Language, IReadOnlyList<UnderstoodNotice> Notices,
    IReadOnlyList<SubmittedFile> Files) : Confidential
{
    /// <summary>What was found in a mail that does not say what it does: it may answer a question. Null where nothing was.</summary>
    public UnderstoodNotice? Found { get; init; }
}
