using Hub.Intake.Mails.Kinds;
using Hub.Intake.Mails.Reports;
using Hub.Intake.Mails.Senders;
using Hub.Notices.Access;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Json;

namespace Hub.Intake.Inbox;

/// <summary>
/// Deals with a mail that was kept and read: makes notices of it, puts it where it belongs and asks for the reply that its sender gets.
/// Each part does nothing a second time, so that after a crash it is simply done again.
/// </summary>
public sealed class MailHandler(
    MailNotices notices, IReportParser reports, IDeliveryReports bounces, IMailStore mails, IOutbox outbox, TimeProvider clock)
{
    /// <summary>Deals with a mail; null where somebody else did meanwhile.</summary>
    public async Task<MailRecord?> Settle(
        MailRecord kept, ReadOnlyMemory<byte> original, UnderstoodMail letter, MailFolders folders, CancellationToken cancel)
    {
        var mail = Described(kept, letter);
        if (letter.Verdict.Kind is MailKind.Bounce or MailKind.AutoReply && await reports.Read(original, cancel) is { } report)
            await bounces.Record(report, cancel);
        var settled = await Sorted(mail, letter, cancel);
        if (settled.Notices.Count > 0)
            await Note(settled, cancel);
        await folders.Put(settled, cancel);
        // The reply first: it waits until its mail is settled, and done again after a crash it is the same one.
        if (ReplyTo(settled, letter) is { } kind)
            await outbox.Add([OutboxMails.Reply(kind, settled.Id, settled.Mailbox, clock.GetUtcNow())], cancel);
        return await mails.Save(settled, cancel);
    }

    /// <summary>
    /// Puts a mail away that is settled without being read: one that was dismissed or answered by a person, or cannot be dealt with.
    /// </summary>
    public async Task<MailRecord?> PutAway(MailRecord settled, MailFolders folders, CancellationToken cancel)
    {
        if (settled.Fate == InboundMailStatus.Answered)
            await outbox.Add([OutboxMails.Reply(OutboxKind.PersonalReply, settled.Id, settled.Mailbox, clock.GetUtcNow())], cancel);
        await folders.Put(settled, cancel);
        return await mails.Save(settled.Now(settled.Fate), cancel);
    }

    private static MailRecord Described(MailRecord mail, UnderstoodMail letter) => mail with
    {
        Kind = letter.Verdict.Kind,
        From = letter.Mail.From.Count > 0 ? letter.Mail.From[0].Address : null,
        Subject = letter.Mail.Subject,
        MessageId = letter.Mail.MessageId,
        Language = letter.Language,
    };

    private async Task<MailRecord> Sorted(MailRecord mail, UnderstoodMail letter, CancellationToken cancel)
    {
        if (!letter.IsReadable)
            return Held(mail, new HoldReason("UNREADABLE", string.Join(", ", letter.Mail.Defects)));
        if (letter.Mail.MessageId is not null
            && await mails.Note(MailKey.UnderstoodMail(letter.Mail), mail.Id, cancel) is var first && first != mail.Id)
            return mail.Now(InboundMailStatus.Repeat) with { Notices = (await mails.Find(first, cancel))?.Notices ?? [] };
        return letter.Verdict.Kind switch
        {
            MailKind.Bounce => mail.Now(InboundMailStatus.Bounce),
            MailKind.AutoReply or MailKind.Calendar or MailKind.Newsletter or MailKind.Thanks => mail.Now(InboundMailStatus.NotANotice),
            MailKind.Empty when !IsOfOffice(mail, letter) => mail.Now(InboundMailStatus.NotANotice),
            MailKind.Notice or MailKind.Reply or MailKind.Other or MailKind.Empty => await OfSomebody(mail, letter, cancel),
        };
    }

    // What an office meant to send is lost where nobody tells it.
    private static bool IsOfOffice(MailRecord mail, UnderstoodMail letter) =>
        mail.Sender is not null || letter.Verdict.Sender is SenderVerdict.Known or SenderVerdict.Held { Claimed: not null };

    private async Task<MailRecord> OfSomebody(
        MailRecord mail, UnderstoodMail letter, CancellationToken cancel) => (mail.Sender, letter.Verdict.Sender) switch
    {
        ({ } released, _) => await OfSender(mail, released, letter, cancel),
        (null, SenderVerdict.Known known) => await OfSender(mail, Caller(known.Office), letter, cancel),
        (null, SenderVerdict.Held held) =>
            Held(mail, [.. held.Doubts.Select(d => new HoldReason(d.Reason.Code(), d.Detail))]) with { Claimed = held.Claimed?.State },
        // A stranger's note may be a State's from a new address; anything else of a stranger's is for a person to read.
        (null, SenderVerdict.Unknown) when letter.Verdict.Kind == MailKind.Notice =>
            Held(mail, new HoldReason("UNKNOWN_SENDER", mail.From ?? "")),
        (null, SenderVerdict.Unknown) => mail.Now(InboundMailStatus.ToRead),
        (_, var other) => throw new NotSupportedException(other.GetType().Name),
    };

    private async Task<MailRecord> OfSender(MailRecord mail, Caller sender, UnderstoodMail letter, CancellationToken cancel)
    {
        if (notices.AnotherState(sender, letter) is { } other)
            return Held(mail, new HoldReason("OTHER_STATE", other)) with { Claimed = sender.State };
        var known = mail with { Sender = sender };
        var ids = await notices.Take(known, letter, cancel);
        return ids.Count == 0 ? known.Now(InboundMailStatus.ToRead) : known.Now(InboundMailStatus.Notice) with { Notices = ids };
    }

    private static Caller Caller(Office office) =>
        new Caller(office.Name, CallerKind.State, office.State, office.Role).SetByAll(office.SetBy);

    private static MailRecord Held(MailRecord mail, params IReadOnlyList<HoldReason> reasons) =>
        mail.Now(InboundMailStatus.Held) with { Reasons = reasons, Sender = null };

    // What is answered to this mail, or to what the hub answers to it, finds its notices.
    private async Task Note(MailRecord mail, CancellationToken cancel)
    {
        if (mail.MessageId is { } id)
            await mails.Note(MailKey.Message(id), mail.Id, cancel);
        if (mail.Conversation is { } conversation)
            await mails.Note(MailKey.Conversation(conversation), mail.Id, cancel);
    }

    // Nothing goes to an address whose owner did not write, but where somebody called back and found that they did.
    private static OutboxKind? ReplyTo(MailRecord mail, UnderstoodMail letter) =>
        letter.IsAnswerable && (mail.Sender is not null || !letter.Verdict.Sender.HasFailed) ? ReplyTo(mail.Fate) : null;

    private static OutboxKind? ReplyTo(InboundMailStatus fate) => fate switch
    {
        InboundMailStatus.Notice => OutboxKind.Acknowledgement,
        InboundMailStatus.Held or InboundMailStatus.ToRead => OutboxKind.Receipt,
            InboundMailStatus.Received
            or InboundMailStatus.NotANotice
            or InboundMailStatus.Bounce
            or InboundMailStatus.Repeat
            or InboundMailStatus.Dismissed
            or InboundMailStatus.Answered => null,
    };
}
