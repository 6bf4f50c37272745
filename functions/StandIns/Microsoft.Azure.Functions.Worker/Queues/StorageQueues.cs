using System.Collections.Concurrent;
using Azure.Core;
using Azure.Storage.Queues;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Every queue that a function reads or writes, one object each, so that a writer can wake the reader.</summary>
internal sealed class StorageQueues(Settings settings, Problems problems)
{
    private readonly ConcurrentDictionary<(string Connection, string Name), StorageQueue> _queues = new();

    public IEnumerable<StorageQueue> All => _queues.Values;

    /// <summary>The queue that a function's binding names.</summary>
    public StorageQueue Get(string? connection, string name, string function)
    {
        var mapped = QueueName.InStorage(settings.Resolve(name, function), function, problems);
        return _queues.GetOrAdd((settings.Queues(connection, function), mapped), key => new StorageQueue(Client(key.Connection, key.Name)));
    }

    private static QueueClient Client(string connection, string name)
    {
        var options = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        // The pumps have their own patience; an output may as well fail soon, because its trigger comes again.
        options.Retry.MaxRetries = 2;
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return new QueueClient(connection, name, options);
    }
}
