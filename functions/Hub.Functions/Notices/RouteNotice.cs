using Hub.Core.Channels;
using Hub.Core.Documents;
using Hub.Core.Mailroom;
using Hub.Core.Notices;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Routes a notice that came in, or brings one into the register whose day has come.</summary>
public sealed class RouteNotice(NoticeDesk desk, QuestionDesk questions, WakeFinder wakes, InboxWatch inbox)
{
    /// <summary>Queue notices: the id of a notice, or an event that the malware scan has seen a file of it.</summary>
    [Function(nameof(RouteNotice))]
    public async Task<WakeUps?> Run(
        [ServiceBusTrigger(Queues.Notices, Connection = Queues.Connection)] string message, CancellationToken cancel)
    {
        if (await desk.Advance(ScanEvent.NoticeOf(message) ?? message, cancel) is not { } advanced)
            return null;
        return await questions.Ask(advanced, cancel) switch
        {
            { Status: NoticeStatus.Committed, Sequence: { } sequence } notice =>
                WakeUps.For(await wakes.Cursors(sequence, cancel) with { Mailbox = inbox.For(notice) }),
            { Status: not NoticeStatus.Received } notice =>
                new() { Documents = [.. FileKeeper.ToRead(notice)], Mailbox = [.. inbox.For(notice)] },
            _ => null,
        };
    }
}
