using Hub.Azure.Bus;
using Hub.Delivery.Questions;
using Hub.Functions.Channels;
using Hub.Notices.Documents;
using Hub.Notices.Flow;
using Hub.Operations.Flow;
using Hub.Work.Failures;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Routes a notice that came in, or brings one into the register whose day has come.</summary>
public sealed class RouteNotice(NoticeFlow flow, NoticeQuestions questions, NextWork next, CountedWork counted, IWakeUpSender wakeUps)
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
        if (await flow.Advance(id, cancel) is { } advanced)
            await wakeUps.Send(await next.After(await questions.Ask(advanced, cancel), cancel));
    }
}
