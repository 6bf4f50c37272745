using Hub.Notices;
using Hub.Notices.Outbox;

namespace Hub.Intake.Inbox.Replies;

/// <summary>Puts replies into words, in the language of whoever is answered.</summary>
public interface IReplyWriter
{
    /// <summary>That a mail became notices: their references, what was understood, what is wrong and how to mend it.</summary>
    MailMessage Acknowledgement(string id, MailRecord mail, IReadOnlyList<Notice> notices);

    /// <summary>That something came in: nothing about what the hub knows or has.</summary>
    MailMessage Receipt(string id, MailRecord mail);

    /// <summary>What a person of the Secretariat answers.</summary>
    MailMessage Personal(string id, MailRecord mail, string text);

    /// <summary>What became of a notice.</summary>
    MailMessage Word(string id, MailRecord mail, Notice notice);
}

/// <summary>Replies to the senders of mails: what one tells is settled before it is begun; how many an address gets is limited.</summary>
public sealed class ReplyComposer(
    IMailStore mails, INoticeStore notices, IReplyWriter writer, SenderLimits limits, TimeProvider clock) : IMailComposer
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public bool Writes(OutboxKind kind) => kind.IsReply();

    /// <inheritdoc/>
    public async Task<Composition> Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel)
    {
        if (await mails.Find(mail.Recipient, cancel) is not { } answered)
            return new Composition.Gone("the mail that it answers is gone");
        var told = await Told(mail, answered, cancel);
        // It is asked for just before the mail is settled, and its notices may not be checked yet.
        if (answered.Fate == InboundMailStatus.Received || told.Any(IsUnchecked))
            return new Composition.Later(clock.GetUtcNow() + LookAgain);
        if (!IsWanted(mail.Kind, answered.Fate) || (mail.Kind == OutboxKind.PersonalReply && answered.Decision?.Reason is null))
            return new Composition.Gone("something else became of its mail");
        // What a person wrote is no loop of two programs.
        if (mail.State == OutboxState.Waiting && mail.Kind != OutboxKind.PersonalReply && !await limits.Allow(answered, mail, cancel))
            return new Composition.Gone("this address had its answers of the day");
        return new Composition.Ready((begun, _) => Task.FromResult<MailMessage?>(Text(begun, answered, told)))
        {
            Tells = mail.Kind == OutboxKind.Acknowledgement ? told.ToDictionary(n => n.Id, NoticeStanding.MarkOf) : mail.Tells,
            // Whoever answers the reply means the same notices.
            Drafted = (draft, stop) => draft.MessageId?.Trim('<', '>') is { } id
                ? mails.Note(MailKey.Message(id), answered.Id, stop)
                : Task.CompletedTask,
        };
    }

    private bool IsUnchecked(Notice notice) =>
        notice.Status == NoticeStatus.Received && clock.GetUtcNow() < notice.ReceivedAt + MailroomSettings.CheckedWithin;

    // A mail that was held and is released since gets its acknowledgement too.
    private static bool IsWanted(OutboxKind kind, InboundMailStatus fate) => kind switch
    {
        OutboxKind.Acknowledgement => fate == InboundMailStatus.Notice,
        OutboxKind.Receipt =>
            fate is InboundMailStatus.Held or InboundMailStatus.ToRead or InboundMailStatus.Notice or InboundMailStatus.Dismissed
                or InboundMailStatus.Answered,
        OutboxKind.PersonalReply => fate == InboundMailStatus.Answered,
        _ => true,
    };

    private MailMessage Text(OutboxMail mail, MailRecord answered, IReadOnlyList<Notice> told) => mail.Kind switch
    {
        OutboxKind.Acknowledgement => writer.Acknowledgement(mail.MailId, answered, told),
        OutboxKind.Receipt => writer.Receipt(mail.MailId, answered),
        OutboxKind.PersonalReply => writer.Personal(mail.MailId, answered, answered.Decision!.Reason!),
        _ => writer.Word(mail.MailId, answered, told.Single()),
    };

    private async Task<IReadOnlyList<Notice>> Told(OutboxMail mail, MailRecord answered, CancellationToken cancel)
    {
        var found = new List<Notice>();
        var ids = mail.Kind switch
        {
            OutboxKind.Acknowledgement => answered.Notices,
            OutboxKind.NoticeNews => [mail.About!],
            _ => [],
        };
        foreach (var id in ids)
            if (await notices.Find(id, cancel) is { } notice)
                found.Add(notice);
        return found;
    }
}
