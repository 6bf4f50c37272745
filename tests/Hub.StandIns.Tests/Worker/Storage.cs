using Azure.Storage.Queues;
using Hub.Testing;

namespace Hub.StandIns.Tests.Worker;

/// <summary>One Azurite for the tests of a class; each test has a queue of its own.</summary>
public sealed class Storage : IAsyncLifetime
{
    private Azurite? _azurite;

    public string ConnectionString => _azurite!.ConnectionString;

    public async Task InitializeAsync() => _azurite = await Azurite.Start();

    public async Task DisposeAsync() => await _azurite!.DisposeAsync();

    /// <summary>Settings with a queue of the test's own.</summary>
    public Dictionary<string, string?> Settings(string queue) => new()
    {
        ["AzureWebJobsStorage"] = ConnectionString,
        ["ServiceBus"] = "UseDevelopmentStorage=true",
        ["Queue"] = queue,
        ["StandIn:LockDuration"] = "00:00:01",
        ["StandIn:MaxDeliveryCount"] = "3",
    };

    public QueueClient Queue(string name) =>
        new(ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>What lies visible in a queue.</summary>
    public async Task<string[]> Messages(string queue) =>
        [.. (await Queue(queue).PeekMessagesAsync(32)).Value.Select(m => m.Body.ToString())];

    public static string NewQueue() => $"q{Guid.NewGuid():N}";
}
