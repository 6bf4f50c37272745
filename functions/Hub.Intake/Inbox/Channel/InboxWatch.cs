using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox.Channel;

/// <summary>Finds out which mailboxes have something to do.</summary>
public sealed class InboxWatch(ICursorStore cursors, IMailStore mails, INoticeStore notices, MailroomSettings settings, TimeProvider clock)
{
    /// <summary>The mailboxes that are to be read by now.</summary>
    public async Task<IReadOnlyList<string>> Due(CancellationToken cancel)
    {
        var (due, now) = (new List<string>(), clock.GetUtcNow());
        if (settings.Inboxes.Count == 0)
            return due;
        var words = await HasWords(cancel);
        foreach (var mailbox in settings.Inboxes)
            if (await cursors.Find(InboxChannel.ChannelName, mailbox, cancel) is { } cursor && cursor.IsOpen(now)
                && (words || !(cursor.DueAt > now) || await HasWork(mailbox, now, cancel)))
                due.Add(mailbox);
        return due;
    }

    /// <summary>The mailboxes, where a notice's sender is to be told by mail where it stands.</summary>
    public IReadOnlyList<string> For(Notice? notice) => notice is not null && NoticeStanding.IsOwed(notice) ? settings.Inboxes : [];

    private async Task<bool> HasWork(string mailbox, DateTimeOffset now, CancellationToken cancel) =>
        (await mails.Due(mailbox, now, 1, cancel)).Count > 0;

    private async Task<bool> HasWords(CancellationToken cancel)
    {
        await foreach (var _ in notices.Untold(cancel))
            return true;
        return false;
    }
}
