using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.Host.App;

namespace Hub.Host.Queues;

/// <summary>The clients of Service Bus, one for each connection setting, and their senders.</summary>
public sealed class QueueConnections(AppSettings settings) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ServiceBusClient>> _clients = new();
    private readonly ConcurrentDictionary<(string Connection, string Entity), Lazy<ServiceBusSender>> _senders = new();

    /// <summary>The client of a connection setting; null names the setting that Azure takes then.</summary>
    public ServiceBusClient Client(string? connection) =>
        _clients.GetOrAdd(connection ?? "ServiceBus", name => new(() => Connect(name))).Value;

    /// <summary>The sender to a queue or topic.</summary>
    public ServiceBusSender Sender(string? connection, string entity) => _senders.GetOrAdd(
        (connection ?? "ServiceBus", entity), key => new(() => Client(key.Connection).CreateSender(key.Entity))).Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values.Where(c => c.IsValueCreated))
            await client.Value.DisposeAsync();
    }

    private ServiceBusClient Connect(string name)
    {
        var text = settings[$"AzureWebJobs{name}"] ?? settings[name];
        if (string.IsNullOrWhiteSpace(text))
            throw new HostException(
                $"The setting {name}, which a Service Bus binding names as its Connection, is missing. Give a connection string, such as " +
                "Endpoint=sb://127.0.0.1:5672;SharedAccessKeyName=k;SharedAccessKey=k;UseDevelopmentEmulator=true");
        try
        {
            return new ServiceBusClient(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            // The text holds a key, and some of the client's messages repeat it.
            throw new HostException($"The setting {name} is not a connection string of Service Bus ({error.GetType().Name}).");
        }
    }
}
