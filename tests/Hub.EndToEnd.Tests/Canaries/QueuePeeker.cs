using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>Looks into all queues again and again, without taking anything, and keeps what it sees.</summary>
internal sealed class QueuePeeker : IAsyncDisposable
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly ServiceBusClient _bus;
    private readonly ConcurrentDictionary<string, string> _seen = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _looking;

    public QueuePeeker(LocalBroker broker)
    {
        _bus = new(broker.ConnectionString);
        var queues = JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "queues.json")))!["queues"]!.AsArray();
        _looking = Task.WhenAll(queues.Select(q => Look((string)q!["name"]!)));
    }

    /// <summary>How many messages it has seen.</summary>
    public int Count => _seen.Count;

    /// <summary>Each message: its body and all its properties.</summary>
    public string Text => string.Join('\n', _seen.Values);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _looking;
        await _bus.DisposeAsync();
        _stop.Dispose();
    }

    private async Task Look(string queue)
    {
        await using var receiver = _bus.CreateReceiver(queue);
        while (!_stop.IsCancellationRequested)
        {
            foreach (var message in await receiver.PeekMessagesAsync(AtOnce, 0))
                _seen.TryAdd($"{queue}/{message.SequenceNumber}", Everything(message));
            await Task.Delay(Pause, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string Everything(ServiceBusReceivedMessage message) => string.Join(
        ' ', message.ApplicationProperties.Select(p => $"{p.Key}={p.Value}").Concat(
            [$"{message.Body}", message.MessageId, message.Subject, message.CorrelationId, message.SessionId, message.ReplyTo, message.To,
             message.DeadLetterReason, message.DeadLetterErrorDescription]));
}
