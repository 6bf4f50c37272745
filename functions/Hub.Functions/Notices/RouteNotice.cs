using Hub.Azure.Bus;
using Hub.Delivery.Questions;
using Hub.Functions.Channels;
using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Operations.Standstill;
using Hub.Work.Failures;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Routes a notice that came in, or brings one into the register whose day has come.</summary>
public sealed class RouteNotice(
    NoticeFlow desk, NoticeQuestions questions, DueWork due, InboxWatch inbox, CountedWork counted, IWakeUpSender wakeUps)
{
    /// <summary>Queue notices: the id of a notice, or an event that the malware scan has seen a file of it.</summary>
    [Function(nameof(RouteNotice))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Notices, Connection = Queues.Connection)] string message, FunctionContext context,
        CancellationToken cancel)
    {
        var id = ScanEvent.NoticeOf(message) ?? message;
        await counted.Run(Queues.Notices, id, QueueMessage.Of(context)?.Deliveries ?? 1, () => Advance(id, cancel), cancel);
    }

    private async Task Advance(string id, CancellationToken cancel)
    {
        if (await desk.Advance(id, cancel) is { } advanced)
            await wakeUps.Send(await Following(await questions.Ask(advanced, cancel), cancel));
    }

    private async Task<WakeUps> Following(Notice routed, CancellationToken cancel) => routed switch
    {
        { Status: NoticeStatus.Committed, Sequence: { } sequence } =>
            await due.Cursors(sequence, cancel) with { Mailbox = inbox.For(routed) },
        { Status: not NoticeStatus.Received } =>
            new() { Documents = [.. DocumentWork.ToRead(routed)], Mailbox = [.. inbox.For(routed)] },
        _ => WakeUps.None,
    };
}
