namespace Hub.Rules.Tests.Intake.Inbox.Poisoned;

/// <summary>Mails that cannot be dealt with.</summary>
public abstract class PoisonedMailCase
{
    private protected readonly MailroomRig _rig = new();

    private protected void Arrive(int from, int count)
    {
        foreach (var i in Enumerable.Range(from, count))
            _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {i}", MailroomRig.Note($"PMV/{i}/2025")));
    }
}
