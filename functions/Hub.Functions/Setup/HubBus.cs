using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Hub.Azure.Bus;
using Microsoft.Extensions.Configuration;

namespace Hub.Functions.Setup;

/// <summary>The Service Bus namespace of the hub's queues.</summary>
internal static class HubBus
{
    /// <summary>
    /// By connection string (the local broker), or by the namespace's name and the managed identity (Azure). The setting is checked at
    /// once; the client is made when the first wake-up is sent.
    /// </summary>
    public static Func<ServiceBusClient> Connector(IConfiguration configuration)
    {
        if (configuration[Queues.Connection] is { Length: > 0 } connection)
            return IsConnectionString(connection)
                ? () => new(connection, Quick())
                : throw Wrong(Queues.Connection, "is no connection string");
        var name = configuration[$"{Queues.Connection}:fullyQualifiedNamespace"];
        var setting = $"{Queues.Connection}__fullyQualifiedNamespace";
        return name switch
        {
            null or "" => throw Wrong(setting, "is missing"),
            _ when Uri.CheckHostName(name) != UriHostNameType.Dns => throw Wrong(setting, "is no name such as name.servicebus.windows.net"),
            _ => () => new(name, new DefaultAzureCredential(), Quick()),
        };
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return ServiceBusConnectionStringProperties.Parse(text) is
                { Endpoint: not null, SharedAccessKeyName: not null, SharedAccessKey: not null }
                or { Endpoint: not null, SharedAccessSignature: not null };
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return false;
        }
    }

    // Never with what it is set to, which may be a secret.
    private static InvalidOperationException Wrong(string setting, string what) => new(
        $"The hub cannot start: the setting {setting} {what}. "
        + $"Locally, set {Queues.Connection} to the connection string of the broker; ./hub up does.");

    // Wake-ups that are sent late are worth no more than those of the next sweep.
    private static ServiceBusClientOptions Quick() => new()
    {
        RetryOptions = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(100), TryTimeout = TimeSpan.FromSeconds(2) },
    };
}
