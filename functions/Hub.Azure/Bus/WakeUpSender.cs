using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.Core.Channels;
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
    public Task Send(WakeUps wakeUps) =>
        Task.WhenAll(Queues.Of(wakeUps).Where(w => w.Bodies.Count > 0).Select(w => Send(w.Queue, w.Bodies)));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var sender in _senders.Values)
            await sender.DisposeAsync();
    }

    private async Task Send(string queue, IReadOnlyList<string> bodies)
    {
        // Not the caller's token: what was accepted is to be worked on, whether or not its sender still listens.
        using var limit = new CancellationTokenSource(TimeLimit);
        try
        {
            var sender = _senders.GetOrAdd(queue, bus.CreateSender);
            foreach (var batch in bodies.Distinct(StringComparer.Ordinal).Chunk(MostOfABatch))
                await sender.SendMessagesAsync(batch.Select(b => new ServiceBusMessage(b)), limit.Token);
        }
        catch (Exception e) when (e is ServiceBusException or OperationCanceledException or UnauthorizedAccessException or IOException
            or System.Net.Sockets.SocketException)
        {
            // The kind alone: messages of the client hold addresses.
            log.LogWarning(
                "{Count} wake-ups for queue {Queue} could not be sent ({Error}); the next sweep finds their work.", bodies.Count, queue,
                (e as ServiceBusException)?.Reason.ToString() ?? e.GetType().Name);
        }
    }
}
