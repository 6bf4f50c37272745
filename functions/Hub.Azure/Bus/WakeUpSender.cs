using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.Work.Queues;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.Bus;

/// <summary>
/// Sends wake-ups through Service Bus, before the response goes out: an output binding is written after it, and turns a notice that was
/// accepted into an error when the queue cannot be reached.
/// </summary>
public sealed class WakeUpSender(ServiceBusClient bus, ILogger<WakeUpSender> log) : IWakeUpSender, IAsyncDisposable
{
    // Ids of some 50 bytes: far below the smallest limit of a batch (256 KB).
    private const int MostOfABatch = 500;

    private readonly ConcurrentDictionary<string, ServiceBusSender> _senders = new();

    /// <summary>How long a caller waits for them at most.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<bool> Send(WakeUps wakeUps) => (await Task.WhenAll(
        Queues.Of(wakeUps).Where(w => w.Bodies.Count > 0).Select(w => Send(w.Queue, w.Bodies)))).All(sent => sent);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var sender in _senders.Values)
            await sender.DisposeAsync();
    }

    private async Task<bool> Send(string queue, IReadOnlyList<string> bodies)
    {
        // Not the caller's token: what was accepted is to be worked on, whether or not its sender still listens.
        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            var sender = _senders.GetOrAdd(queue, bus.CreateSender);
            foreach (var batch in bodies.Distinct(StringComparer.Ordinal).Chunk(MostOfABatch))
                await Within(sender.SendMessagesAsync(batch.Select(Message), limit.Token), limit.Token);
            return true;
        }
        catch (Exception e)
        {
            // Whatever it is: what was asked for has been kept, and its sender is not to hear otherwise. The kind alone, because messages
            // of the client hold addresses.
            log.LogWarning(
                "{Count} wake-ups for queue {Queue} could not be sent ({Error}); the next sweep finds their work.", bodies.Count, queue,
                (e as ServiceBusException)?.Reason.ToString() ?? e.GetType().Name);
            return false;
        }
    }

    // The client does not heed the token while it opens a connection: what is left behind ends by itself, and nobody asks how.
    private static async Task Within(Task sending, CancellationToken limit)
    {
        _ = sending.ContinueWith(s => s.Exception, TaskContinuationOptions.OnlyOnFaulted);
        await sending.WaitAsync(limit);
    }

    // The id by which the hub's own record of an error finds the message again (IFailureStore).
    private static ServiceBusMessage Message(string body) => new(body) { MessageId = Guid.CreateVersion7().ToString() };
}
