using Hub.Azure.Bus;
using Hub.Core;
using Hub.Core.Failures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Puts what the queues gave up on the failures list, where it can be read and retried.</summary>
public sealed class KeepDeadLetter(IFailureStore failures, IIdentifiers ids, TimeProvider clock, ILogger<KeepDeadLetter> log)
{
    // The broker says how often it delivered, never why that failed.
    private const string NoError =
        "No error is on record: the process ended while it worked on this, or storage could not be written. "
        + "The hub's log of that time tells more.";

    /// <summary>Queue failures: a message that another queue gave up.</summary>
    [Function(nameof(KeepDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Failures, Connection = Queues.Connection)] string body, FunctionContext context, CancellationToken cancel)
    {
        var message = QueueMessage.Of(context);
        var reason = await failures.ErrorOf(message.Id, cancel) ?? NoError;
        var now = clock.GetUtcNow();
        // The inverted time lists the newest first.
        var id = $"{DateTime.MaxValue.Ticks - now.UtcTicks:D19}-{ids.New()}";
        var queue = message.GivenUpBy ?? Queues.Failures;
        await failures.Save(new(id, queue, body, reason, now, null), cancel);
        await failures.ForgetError(message.Id, cancel);
        log.LogError("A message of queue {Queue} was given up: {Reason} It is on the failures list as {Id}.", queue, reason, id);
    }
}
