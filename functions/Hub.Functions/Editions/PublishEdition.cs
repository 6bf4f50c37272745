using Hub.Azure.Bus;
using Hub.Delivery.Editions;
using Hub.Functions.Channels;
using Hub.Operations.Standstill;
using Hub.Register.Log;
using Hub.Work.Failures;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Editions;

/// <summary>Renders, keeps and logs an edition that was frozen.</summary>
public sealed class PublishEdition(EditionService desk, DueWork due, CountedWork counted, IWakeUpSender wakeUps)
{
    /// <summary>Queue editions: the edition as in addresses.</summary>
    [Function(nameof(PublishEdition))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Editions, Connection = Queues.Connection)] string edition, FunctionContext context,
        CancellationToken cancel) =>
        await counted.Run(Queues.Editions, edition, QueueMessage.Of(context)?.Deliveries ?? 1, () => Publish(edition, cancel), cancel);

    private async Task Publish(string edition, CancellationToken cancel)
    {
        if (EditionId.TryParse(edition, out var id) && await desk.Publish(id, cancel) is { } sequence)
            await wakeUps.Send(await due.Cursors(sequence, cancel));
    }
}
