using Hub.Intake.Files.Reading;
using Hub.Intake.Notes;

namespace Hub.Intake.Inbox.Replies;

/// <summary>
/// What was found in a mail that a person has to read, as a notice begun. It is read again when somebody looks: nothing of it is kept
/// anywhere but in the mail itself (I6).
/// </summary>
public sealed class MailDrafts(MailArchive archive, MailUnderstanding reader, CorrespondentList correspondents)
{
    /// <summary>The draft; null of a mail that waits for nobody to read it, whose content is gone, or in which nothing was found.</summary>
    public async Task<UnderstoodNotice?> Of(MailRecord mail, CancellationToken cancel)
    {
        if (mail is not { Fate: InboundMailStatus.ToRead, EmptiedAt: null })
            return null;
        try
        {
            return await reader.Draft(mail, await archive.Open(mail, cancel), await correspondents.Read(cancel), cancel);
        }
        catch (Exception e) when (e is InvalidDataException or FileReaderUnavailableException)
        {
            // What can be shown of a mail is shown, whatever is the matter with its content.
            return null;
        }
    }
}
