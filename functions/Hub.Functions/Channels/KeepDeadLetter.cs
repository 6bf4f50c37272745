using System.Security.Cryptography;
using System.Text;
using Hub.Azure.Bus;
using Hub.Functions.Errors;
using Hub.Work.Failures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Puts what the queues gave up on the failures list, where it can be read and retried.</summary>
public sealed class KeepDeadLetter(IFailureStore failures, TimeProvider clock, ILogger<KeepDeadLetter> log)
{
    // The broker says how often it delivered, never why that failed.
    private const string NoError =
        "No error is on record: the process ended while it worked on this, or storage could not be written. "
        + "The hub's log of that time tells more.";

    // The host renews a message's lock for five minutes (host.json): an outage of storage is waited for, ten times so long at most.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Queue failures: a message that another queue gave up.</summary>
    [Function(nameof(KeepDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Failures, Connection = Queues.Connection)] string body, FunctionContext context, CancellationToken cancel)
    {
        var message = QueueMessage.Of(context)!;
        for (var until = clock.GetUtcNow() + Patience; ;)
        {
            try
            {
                await Keep(message, body, cancel);
                return;
            }
            catch (Exception e) when (StorageFailure.IsUnavailable(e) && clock.GetUtcNow() < until)
            {
                log.LogWarning("Storage is not available ({Error}); a message that was given up waits for it.", e.GetType().Name);
                await Task.Delay(Pause, clock, cancel);
            }
        }
    }

    // Run again for the same message, it finds its row and adds no second one.
    private async Task Keep(QueueMessage message, string body, CancellationToken cancel)
    {
        var (id, queue) = (RowId(message), message.GivenUpBy ?? Queues.Failures);
        if (await failures.Find(id, cancel) is null)
        {
            var reason = (message.Id is null ? null : await failures.ErrorOf(message.Id, cancel)) ?? NoError;
            await failures.Save(new(id, queue, body, reason, clock.GetUtcNow(), null), cancel);
        }
        if (message.Id is not null)
            await failures.ForgetError(message.Id, cancel);
    }

    // The inverted time lists the newest first; who sends a message chooses its id, so that is not shown.
    private string RowId(QueueMessage message)
    {
        var at = message.EnqueuedAt ?? clock.GetUtcNow();
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.GivenUpBy}/{message.Id}")))[..16];
        return $"{DateTime.MaxValue.Ticks - at.UtcTicks:D19}-{name}";
    }
}
