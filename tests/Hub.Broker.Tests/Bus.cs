using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

/// <summary>A broker of a test's own, with the real client: <c>work</c> forwards its dead letters to <c>failures</c>.</summary>
internal sealed class Bus : IAsyncDisposable
{
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan NotExpected = TimeSpan.FromMilliseconds(300);

    private readonly FileInfo _catalogue;

    private Bus(LocalBroker broker, FileInfo catalogue)
    {
        (Broker, _catalogue) = (broker, catalogue);
        Client = Connect(broker.Port);
    }

    public LocalBroker Broker { get; }

    public ServiceBusClient Client { get; }

    /// <summary>Starts a broker; the settings given are added to those of <c>work</c>.</summary>
    public static async Task<Bus> Start(double? lockSeconds = null, params (string Name, JsonNode Value)[] work)
    {
        var queue = new JsonObject { ["name"] = "work", ["forwardDeadLetteredMessagesTo"] = "failures" };
        foreach (var (name, value) in work)
            queue[name] = value;
        var catalogue = new FileInfo(Path.GetTempFileName());
        await File.WriteAllTextAsync(catalogue.FullName, new JsonObject
        {
            ["queues"] = new JsonArray(queue, new JsonObject { ["name"] = "failures" }, new JsonObject { ["name"] = "other" }),
        }.ToJsonString());
        return new Bus(await LocalBroker.Start(catalogue: catalogue.FullName, lockSeconds: lockSeconds), catalogue);
    }

    /// <summary>The real client, which fails at once instead of trying for minutes.</summary>
    public static ServiceBusClient Connect(int port, int retries = 0)
    {
        var retry = new ServiceBusRetryOptions
        {
            MaxRetries = retries, TryTimeout = Soon, Delay = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromSeconds(1),
        };
        return new(LocalBroker.ConnectionStringFor(port), new ServiceBusClientOptions { RetryOptions = retry });
    }

    /// <summary>Sends messages with these bodies.</summary>
    public async Task Send(params string[] bodies)
    {
        await using var sender = Client.CreateSender("work");
        foreach (var body in bodies)
            await sender.SendMessageAsync(new ServiceBusMessage(body));
    }

    public ServiceBusReceiver Receiver(string queue = "work", int prefetch = 0, SubQueue subQueue = SubQueue.None, bool delete = false) =>
        Client.CreateReceiver(queue, new ServiceBusReceiverOptions
        {
            PrefetchCount = prefetch,
            SubQueue = subQueue,
            ReceiveMode = delete ? ServiceBusReceiveMode.ReceiveAndDelete : ServiceBusReceiveMode.PeekLock,
        });

    public async ValueTask DisposeAsync()
    {
        await Broker.DisposeAsync();
        await Client.DisposeAsync();
        _catalogue.Delete();
    }
}
