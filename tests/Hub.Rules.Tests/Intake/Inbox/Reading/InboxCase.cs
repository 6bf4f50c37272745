namespace Hub.Rules.Tests.Intake.Inbox.Reading;

/// <summary>Mails that arrive.</summary>
public abstract class InboxCase
{
    private protected readonly MailroomRig _rig = new();

    private protected void Arrive(int first, int count)
    {
        foreach (var i in Enumerable.Range(first, count))
            _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {i}", MailroomRig.Note($"PMV/{i}/2025")));
    }
}
