using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Hub.Azure.Bus;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Setup;

/// <summary>The Service Bus namespace of the hub's queues.</summary>
internal static class HubBus
{
    /// <summary>
    /// By connection string (the local broker), or by the namespace's name and the managed identity (Azure). That the setting is there is
    /// checked at once; the client is made when the first wake-up is sent.
    /// </summary>
    public static Func<ServiceBusClient> Connector(IConfiguration configuration)
    {
        if (configuration[Queues.Connection] is { Length: > 0 } connection)
            return () => new(connection, Quick());
        return configuration[$"{Queues.Connection}:fullyQualifiedNamespace"] is { Length: > 0 } name
            ? () => new(name, new DefaultAzureCredential(), Quick())
            : throw new InvalidOperationException(
                $"The hub cannot start: the setting {Queues.Connection}__fullyQualifiedNamespace is missing. "
                + $"Locally, set {Queues.Connection} to the connection string of the broker; ./hub up does.");
    }

    // Wake-ups that are sent late are worth no more than those of the next sweep.
    private static ServiceBusClientOptions Quick() => new()
    {
        RetryOptions = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(100), TryTimeout = TimeSpan.FromSeconds(2) },
    };
}
