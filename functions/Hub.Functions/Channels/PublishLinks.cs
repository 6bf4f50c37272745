using Hub.Azure.Bus;
using Hub.Delivery.NetworkPages;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>Runs the cursor of the network pages.</summary>
public sealed class PublishLinks(CursorRunner runner, NetworkPagesChannel channel, IWakeUpSender wakeUps)
{
    /// <summary>Queue links: the name of the cursor.</summary>
    [Function(nameof(PublishLinks))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Links, Connection = Queues.Connection)] string pages, CancellationToken cancel)
    {
        if (await runner.Run(channel, pages, cancel) == RunResult.MoreToDo)
            await wakeUps.Send(new() { Links = [pages] });
    }
}
