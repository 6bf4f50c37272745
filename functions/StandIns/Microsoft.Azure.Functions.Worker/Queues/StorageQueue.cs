using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A storage queue that stands in for one of Service Bus.</summary>
internal sealed class StorageQueue(QueueClient client)
{
    // A dead letter wraps the body, and a storage queue takes 64 KB after base64.
    private const int LargestBody = 32 * 1024;

    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private readonly Signal _arrival = new();

    public QueueClient Client => client;

    /// <summary>Completes when this process sends something, or gives something back.</summary>
    public Task Arrival => _arrival.Next;

    public async Task<bool> Create() => await client.CreateIfNotExistsAsync() is not null;

    public async Task Send(string text)
    {
        if (Encoding.UTF8.GetByteCount(text) > LargestBody)
            throw new InvalidOperationException(
                $"A message for queue '{client.Name}' is larger than {LargestBody} bytes. Queues carry ids, not contents.");
        await SendEnvelope(text);
    }

    public async Task SendEnvelope(string text)
    {
        try
        {
            await client.SendMessageAsync(text, timeToLive: Forever);
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await Create();
            await client.SendMessageAsync(text, timeToLive: Forever);
        }
        _arrival.Set();
    }

    public async Task<QueueMessage[]> Receive(int most, TimeSpan locked)
    {
        try
        {
            return (await client.ReceiveMessagesAsync(most, locked)).Value;
        }
        catch (RequestFailedException e) when (e.ErrorCode == QueueErrorCode.QueueNotFound)
        {
            await Create();
            return [];
        }
    }

    public void Wake() => _arrival.Set();
}
