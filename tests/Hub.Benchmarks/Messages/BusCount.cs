using Azure.Messaging.ServiceBus;
using Hub.Azure.Bus;
using Hub.Work.Queues;

namespace Hub.Benchmarks.Messages;

/// <summary>
/// Messages sent to the hub's queues since a moment. A queue numbers what it takes in, without gaps: a message that is scheduled and taken
/// back again, and so never delivered, shows how far it is.
/// </summary>
internal sealed class BusCount : IAsyncDisposable
{
    private readonly ServiceBusClient _bus;
    private readonly Dictionary<string, ServiceBusSender> _senders;
    private Dictionary<string, long> _start = [];
    private int _looks;

    private BusCount(string connection)
    {
        _bus = new(connection);
        _senders = Queues.Of(WakeUps.None).Select(q => q.Queue).Append(Queues.Failures)
            .ToDictionary(q => q, _bus.CreateSender);
    }

    public static async Task<BusCount> Start(string connection)
    {
        var count = new BusCount(connection);
        count._start = await count.Numbers();
        return count;
    }

    /// <summary>By queue: how many messages since the start. Each look took a number itself.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Since()
    {
        _looks++;
        return (await Numbers()).ToDictionary(q => q.Key, q => q.Value - _start[q.Key] - _looks);
    }

    /// <summary>Whether a queue holds nothing, so that whatever was sent to it has been settled.</summary>
    public async Task<bool> IsEmpty(string queue)
    {
        await using var receiver = _bus.CreateReceiver(queue);
        return await receiver.PeekMessageAsync() is null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    private async Task<Dictionary<string, long>> Numbers()
    {
        var numbers = new Dictionary<string, long>();
        foreach (var (queue, sender) in _senders)
        {
            numbers[queue] = await sender.ScheduleMessageAsync(new("count"), DateTimeOffset.UtcNow.AddHours(1));
            await sender.CancelScheduledMessageAsync(numbers[queue]);
        }
        return numbers;
    }
}
