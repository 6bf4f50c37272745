using Azure.Storage.Queues.Models;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The lock on a received message (in storage: its invisibility), renewed while its function runs.</summary>
internal sealed class MessageLock : IDisposable
{
    private readonly StorageQueue _queue;
    private readonly QueueMessage _message;
    private readonly QueueOptions _options;
    private readonly CancellationTokenSource _settling = new();
    private readonly Task _renewing;
    private string _receipt;

    public MessageLock(StorageQueue queue, QueueMessage message, QueueOptions options)
    {
        _queue = queue;
        _message = message;
        _options = options;
        _receipt = message.PopReceipt;
        _renewing = Renew();
    }

    /// <summary>Stops renewing, after which the message can be settled.</summary>
    public async Task StopRenewing()
    {
        await _settling.CancelAsync();
        await _renewing;
    }

    /// <summary>Takes the message off its queue.</summary>
    public Task Complete() => _queue.Client.DeleteMessageAsync(_message.MessageId, _receipt);

    /// <summary>Gives the message back, to be delivered again at once.</summary>
    public async Task Abandon()
    {
        await _queue.Client.UpdateMessageAsync(_message.MessageId, _receipt, visibilityTimeout: TimeSpan.Zero);
        _queue.Wake();
    }

    public void Dispose() => _settling.Dispose();

    private async Task Renew()
    {
        var half = _options.LockDuration / 2;
        for (var held = half; held <= _options.MaxRenewal && await Waited(half); held += half)
        {
            try
            {
                // Never cancelled half way: the answer brings the only receipt that can settle the message.
                var renewed = await _queue.Client.UpdateMessageAsync(
                    _message.MessageId, _receipt, visibilityTimeout: _options.LockDuration);
                _receipt = renewed.Value.PopReceipt;
            }
            catch (Exception e) when (StorageWatch.IsTrouble(e))
            {
                // Perhaps the next renewal gets through in time; if the lock is lost, settling says so.
            }
        }
    }

    private async Task<bool> Waited(TimeSpan time)
    {
        await Task.Delay(time, _settling.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_settling.IsCancellationRequested;
    }
}
