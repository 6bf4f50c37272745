using Hub.Core.Channels;
using Hub.Core.Channels.Links;
using Hub.Core.Channels.Mail;
using Hub.Core.Channels.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>Runs the mail cursor of a sender mailbox.</summary>
public sealed class SendMail(CursorRunner runner, MailChannel channel)
{
    /// <summary>Queue mail: the mailbox.</summary>
    [Function(nameof(SendMail))]
    public async Task<WakeUps?> Run(
        [ServiceBusTrigger(Queues.Mail, Connection = Queues.Connection)] string mailbox, CancellationToken cancel) =>
        await runner.Run(channel, mailbox, cancel) == RunResult.MoreToDo ? new() { Mail = [mailbox] } : null;
}

/// <summary>Runs the cursor of a webhook endpoint.</summary>
public sealed class DeliverWebhooks(CursorRunner runner, WebhookChannel channel)
{
    /// <summary>Queue webhooks: the endpoint's id.</summary>
    [Function(nameof(DeliverWebhooks))]
    public async Task<WakeUps?> Run(
        [ServiceBusTrigger(Queues.Webhooks, Connection = Queues.Connection)] string endpoint, CancellationToken cancel) =>
        await runner.Run(channel, endpoint, cancel) == RunResult.MoreToDo ? new() { Webhooks = [endpoint] } : null;
}

/// <summary>Runs the cursor of the network pages.</summary>
public sealed class PublishLinks(CursorRunner runner, LinksChannel channel)
{
    /// <summary>Queue links: the name of the cursor.</summary>
    [Function(nameof(PublishLinks))]
    public async Task<WakeUps?> Run(
        [ServiceBusTrigger(Queues.Links, Connection = Queues.Connection)] string pages, CancellationToken cancel) =>
        await runner.Run(channel, pages, cancel) == RunResult.MoreToDo ? new() { Links = [pages] } : null;
}
