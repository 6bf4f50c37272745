using Hub.Notices;
using Hub.Notices.Outbox;

namespace Hub.Intake.Inbox.Replies;

/// <summary>Has the senders of mails told where their notices stand now.</summary>
public sealed class NoticeNews(INoticeStore notices, IMailStore mails, IOutboxStore rows, IOutbox outbox, TimeProvider clock)
{
    /// <summary>Asks for a reply for every notice of a mail that has moved on since its sender was told.</summary>
    public async Task Tell(CancellationToken cancel)
    {
        await foreach (var notice in notices.Untold(cancel))
            await Tell(notice, cancel);
    }

    private async Task Tell(Notice notice, CancellationToken cancel)
    {
        // The mail first: its acknowledgement is there as soon as it is dealt with, and another mailbox's run may be at that now.
        if (await mails.Find(notice.Mail!, cancel) is not { Fate: not InboundMailStatus.Received } mail)
            return;
        var mark = NoticeStanding.MarkOf(notice);
        var replies = await rows.RepliesTo(mail.Id, cancel);
        // An acknowledgement that is still to go tells it.
        if (replies.Any(r => r is { Kind: OutboxKind.Acknowledgement, State: OutboxState.Waiting }))
            return;
        // Of whom it is not known who it is, nobody tells anything: a person made a notice of that mail, and answers for it.
        if (mail.Sender is not null && !replies.Any(r => r.Tells?.GetValueOrDefault(notice.Id) == mark))
            await outbox.Add([OutboxMails.News(mail.Id, mail.Mailbox, notice.Id, mark, clock.GetUtcNow())], cancel);
        await notices.Save(notice with { Told = mark }, cancel);
    }
}
