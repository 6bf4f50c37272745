using Hub.Core;
using Hub.Core.Failures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Puts dead letters on the failures list, where they can be read and retried.</summary>
public sealed class KeepDeadLetter(IFailureStore failures, IIdentifiers ids, TimeProvider clock, ILogger<KeepDeadLetter> log)
{
    /// <summary>Dead letters of the queue notices.</summary>
    [Function("KeepDeadNotice")]
    public Task Notices(
        [ServiceBusTrigger(Queues.Notices + Queues.DeadLetters, Connection = Queues.Connection)] string body, FunctionContext context,
        CancellationToken cancel) => Keep(Queues.Notices, body, context, cancel);

    /// <summary>Dead letters of the queue mail.</summary>
    [Function("KeepDeadMail")]
    public Task Mail(
        [ServiceBusTrigger(Queues.Mail + Queues.DeadLetters, Connection = Queues.Connection)] string body, FunctionContext context,
        CancellationToken cancel) => Keep(Queues.Mail, body, context, cancel);

    /// <summary>Dead letters of the queue webhooks.</summary>
    [Function("KeepDeadWebhook")]
    public Task Webhooks(
        [ServiceBusTrigger(Queues.Webhooks + Queues.DeadLetters, Connection = Queues.Connection)] string body, FunctionContext context,
        CancellationToken cancel) => Keep(Queues.Webhooks, body, context, cancel);

    /// <summary>Dead letters of the queue links.</summary>
    [Function("KeepDeadLinks")]
    public Task Links(
        [ServiceBusTrigger(Queues.Links + Queues.DeadLetters, Connection = Queues.Connection)] string body, FunctionContext context,
        CancellationToken cancel) => Keep(Queues.Links, body, context, cancel);

    /// <summary>Dead letters of the queue editions.</summary>
    [Function("KeepDeadEdition")]
    public Task Editions(
        [ServiceBusTrigger(Queues.Editions + Queues.DeadLetters, Connection = Queues.Connection)] string body, FunctionContext context,
        CancellationToken cancel) => Keep(Queues.Editions, body, context, cancel);

    /// <summary>Dead letters of the queue documents.</summary>
    [Function("KeepDeadDocument")]
    public Task Documents(
        [ServiceBusTrigger(Queues.Documents + Queues.DeadLetters, Connection = Queues.Connection)] string body, FunctionContext context,
        CancellationToken cancel) => Keep(Queues.Documents, body, context, cancel);

    /// <summary>Dead letters of the queue mailbox.</summary>
    [Function("KeepDeadMailbox")]
    public Task Mailbox(
        [ServiceBusTrigger(Queues.Mailbox + Queues.DeadLetters, Connection = Queues.Connection)] string body, FunctionContext context,
        CancellationToken cancel) => Keep(Queues.Mailbox, body, context, cancel);

    private async Task Keep(string queue, string body, FunctionContext context, CancellationToken cancel)
    {
        var data = context.BindingContext.BindingData;
        var reason = $"{data.GetValueOrDefault("DeadLetterReason")}: {data.GetValueOrDefault("DeadLetterErrorDescription")}";
        var now = clock.GetUtcNow();
        // The inverted time lists the newest first.
        var id = $"{DateTime.MaxValue.Ticks - now.UtcTicks:D19}-{data.GetValueOrDefault("MessageId") ?? ids.New()}";
        await failures.Save(new(id, queue, body, reason, now, null), cancel);
        log.LogError("A message of queue {Queue} was given up: {Reason}. It is on the failures list as {Id}.", queue, reason, id);
    }
}
