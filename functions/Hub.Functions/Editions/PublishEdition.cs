using Hub.Azure.Bus;
using Hub.Delivery.Editions;
using Hub.Functions.Channels;
using Hub.Operations.Standstill;
using Hub.Register.Log;
using Hub.Work.Failures;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Editions;

/// <summary>Renders, keeps and logs an edition that was frozen.</summary>
public sealed class PublishEdition(EditionDesk desk, WakeUpFinder due, CountedWork counted, IWakeUpSender wakeUps)
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

/// <summary>Begins the edition of the half-year on its closing day.</summary>
public sealed class BeginEdition(EditionDesk desk, IWakeUpSender wakeUps, ILogger<BeginEdition> log)
{
    /// <summary>Timer, several times on each of the two closing days: where the first try succeeds, the others find it done.</summary>
    [Function(nameof(BeginEdition))]
    public async Task Run([TimerTrigger("%EditionSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        switch (await desk.Begin(new(), cancel))
        {
            case EditionResult.Begun(var edition, _):
                log.LogInformation("Edition {Edition} is frozen at event {Sequence}.", edition.Id, edition.Sequence);
                await wakeUps.Send(new() { Editions = [edition.Id.Slug] });
                break;
            case EditionResult.Refused(var why):
                log.LogError("The edition of this half-year was not begun: {Why}", why);
                break;
        }
    }
}
