using Azure.Storage.Queues.Models;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Receives a queue's messages for its function, never more than can start at once.</summary>
internal sealed class QueuePump(StorageQueue queue, QueueOptions options, StorageWatch watch, MessageHandler handler) : IDisposable
{
    private const int MostAtOnce = 32;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(10);

    // What this process sends wakes the pump at once; only messages of another process wait for this.
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _slots = new(options.MaxConcurrentCalls);

    /// <summary>Receives until told to stop, then waits for what has started.</summary>
    public async Task Run(CancellationToken stopping, CancellationToken cancellation)
    {
        var pause = ShortestPause;
        while (!stopping.IsCancellationRequested)
        {
            var arrival = queue.Arrival;
            var started = await Round(stopping, cancellation);
            if (started == 0)
                await Task.WhenAny(arrival, Task.Delay(pause, stopping));
            pause = started > 0 || arrival.IsCompleted ? ShortestPause : Min(pause * 2, LongestPause);
        }
        for (var i = 0; i < options.MaxConcurrentCalls; i++)
            await _slots.WaitAsync(CancellationToken.None);
    }

    public void Dispose() => _slots.Dispose();

    private async Task<int> Round(CancellationToken stopping, CancellationToken cancellation)
    {
        var slots = await Take(stopping);
        QueueMessage[] messages = [];
        try
        {
            // A receive under way is not cancelled: the messages it brings would be locked for nobody.
            messages = slots == 0 ? []
                : await watch.Patiently(queue.Client.Uri, () => queue.Receive(slots, options.LockDuration), stopping);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Storage was away when the app was told to stop: nothing was received.
        }
        if (slots > messages.Length)
            _slots.Release(slots - messages.Length);
        foreach (var message in messages)
            _ = Handle(message, cancellation);
        return messages.Length;
    }

    private async Task<int> Take(CancellationToken stopping)
    {
        try
        {
            await _slots.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        var taken = 1;
        while (taken < MostAtOnce && _slots.Wait(0, CancellationToken.None))
            taken++;
        return taken;
    }

    private async Task Handle(QueueMessage message, CancellationToken cancellation)
    {
        try
        {
            await handler.Handle(message, cancellation);
        }
        finally
        {
            _slots.Release();
        }
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
