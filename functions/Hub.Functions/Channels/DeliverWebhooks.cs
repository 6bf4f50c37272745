using Hub.Azure.Bus;
using Hub.Delivery.Webhooks;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>Runs the cursor of a webhook endpoint.</summary>
public sealed class DeliverWebhooks(CursorRunner runner, WebhookChannel channel, IWakeUpSender wakeUps)
{
    /// <summary>Queue webhooks: the endpoint's id.</summary>
    [Function(nameof(DeliverWebhooks))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Webhooks, Connection = Queues.Connection)] string endpoint, CancellationToken cancel)
    {
        if (await runner.Run(channel, endpoint, cancel) == RunResult.MoreToDo)
            await wakeUps.Send(new() { Webhooks = [endpoint] });
    }
}
