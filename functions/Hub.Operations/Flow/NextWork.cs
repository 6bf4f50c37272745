using Hub.Intake.Inbox.Channel;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Operations.Standstill;
using Hub.Work.Queues;

namespace Hub.Operations.Flow;

/// <summary>What has something to do once a notice stands where it stands: whoever moved it there, by whatever way it came.</summary>
public sealed class NextWork(DueWork due, InboxWatch inbox, TimeProvider clock)
{
    /// <summary>What to wake.</summary>
    public async Task<WakeUps> After(Notice notice, CancellationToken cancel) => notice switch
    {
        { Status: NoticeStatus.Committed, Sequence: { } sequence } =>
            await due.Cursors(sequence, cancel) with { Mailbox = inbox.For(notice) },
        // Others committed first each time.
        { Status: NoticeStatus.Approved } when notice.DueAt <= clock.GetUtcNow() => new() { Notices = [notice.Id] },
        { Status: NoticeStatus.Received } => WakeUps.None,
        // Its documents were woken when it was routed.
        { Status: NoticeStatus.Approved or NoticeStatus.SecondReview or NoticeStatus.Rejected } => new() { Mailbox = inbox.For(notice) },
        _ => new() { Documents = [.. DocumentWork.ToRead(notice)], Mailbox = inbox.For(notice) },
    };
}
