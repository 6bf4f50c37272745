using Hub.Azure.Bus;
using Hub.Delivery.Mail;
using Hub.Delivery.NetworkPages;
using Hub.Delivery.Webhooks;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>Runs the mail cursor of a sender mailbox.</summary>
public sealed class SendMail(CursorRunner runner, MailChannel channel, IWakeUpSender wakeUps)
{
    /// <summary>Queue mail: the mailbox.</summary>
    [Function(nameof(SendMail))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Mail, Connection = Queues.Connection)] string mailbox, CancellationToken cancel)
    {
        if (await runner.Run(channel, mailbox, cancel) == RunResult.MoreToDo)
            await wakeUps.Send(new() { Mail = [mailbox] });
    }
}

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

/// <summary>Runs the cursor of the network pages.</summary>
public sealed class PublishLinks(CursorRunner runner, LinksChannel channel, IWakeUpSender wakeUps)
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
