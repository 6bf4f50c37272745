using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Hub.Benchmarks.Messages;

/// <summary>Sends messages to whoever works on a queue, and waits for the reply to each.</summary>
internal sealed class QueueCalls : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();
    private readonly ServiceBusSender _calls;
    private readonly ServiceBusProcessor _replies;

    private QueueCalls(ServiceBusClient bus, string calls, string replies)
    {
        _calls = bus.CreateSender(calls);
        // Locked and completed, as the hub receives: the broker's library loses what is deleted on delivery, sixteen at a time.
        _replies = bus.CreateProcessor(replies, new ServiceBusProcessorOptions { PrefetchCount = 100 });
        _replies.ProcessMessageAsync += Replied;
        _replies.ProcessErrorAsync += error => Console.Error.WriteLineAsync(error.Exception.Message);
    }

    public static async Task<QueueCalls> Open(ServiceBusClient bus, string calls, string replies)
    {
        var opened = new QueueCalls(bus, calls, replies);
        await opened._replies.StartProcessingAsync();
        return opened;
    }

    /// <summary>Sends one and returns when its reply is there.</summary>
    public async Task Call()
    {
        var (id, replied) = (Guid.NewGuid().ToString("N"), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _waiting[id] = replied;
        await _calls.SendMessageAsync(new(id));
        await replied.Task.WaitAsync(Patience);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _replies.DisposeAsync();
        await _calls.DisposeAsync();
    }

    private Task Replied(ProcessMessageEventArgs reply)
    {
        if (_waiting.TryRemove(reply.Message.Body.ToString(), out var waiting))
            waiting.SetResult();
        return Task.CompletedTask;
    }
}
