using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Host.Tests;

/// <summary>
/// A host with the test app in it: an address, a log and queues. It is this project's own host, or, where HUB_HOST_UNDER_TEST_URL is set,
/// any other that runs the same app, such as Azure's: HUB_HOST_UNDER_TEST_LOG is then the file that its log goes to,
/// HUB_HOST_UNDER_TEST_QUEUES the connection string of its queues (see queues.json), and `dotnet test --filter Host!=ours` leaves out
/// what starts or ends processes. The app's settings are those of <see cref="Settings"/>.
/// </summary>
public sealed class HostUnderTest : IAsyncLifetime
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private FunctionsHost? _ours;
    private LocalBroker? _broker;
    private string? _log;

    /// <summary>The output of the test app.</summary>
    public static string App => Path.GetDirectoryName(Repository.Built("tests", "Hub.Host.Tests.App"))!;

    /// <summary>The output of the app that is made to be refused.</summary>
    public static string RefusedApp => Path.GetDirectoryName(Repository.Built("tests", "Hub.Host.Tests.Refused"))!;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    public Uri Address => Http.BaseAddress!;

    public ServiceBusClient Queues { get; private set; } = null!;

    /// <summary>What the host has logged so far.</summary>
    public string Log => _ours?.Output ?? File.ReadAllText(_log!);

    /// <summary>The settings of the test app.</summary>
    public static Dictionary<string, string> Settings(string queues) => new()
    {
        ["ServiceBus"] = queues,
        ["TickSchedule"] = "*/2 * * * * *",
        ["DescribeQueue"] = "describe",
    };

    /// <summary>A broker with the test app's queues.</summary>
    public static Task<LocalBroker> Broker() => LocalBroker.Start(catalogue: Repository.PathTo("tests", "Hub.Host.Tests", "queues.json"));

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("HUB_HOST_UNDER_TEST_URL") is { Length: > 0 } address)
        {
            Http.BaseAddress = new Uri(address);
            _log = Needed("HUB_HOST_UNDER_TEST_LOG");
            Queues = new ServiceBusClient(Needed("HUB_HOST_UNDER_TEST_QUEUES"));
            return;
        }
        _broker = await Broker();
        _ours = await FunctionsHost.Start(App, environment: Settings(_broker.ConnectionString));
        Http.BaseAddress = _ours.Address;
        Queues = new ServiceBusClient(_broker.ConnectionString);
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Queues.DisposeAsync();
        if (_ours is not null)
            await _ours.DisposeAsync();
        if (_broker is not null)
            await _broker.DisposeAsync();
    }

    /// <summary>Waits until the log has a text.</summary>
    public Task Logged(string text) =>
        Eventually.True(() => Log.Contains(text, StringComparison.Ordinal), $"the log has '{text}'", Patience);

    /// <summary>Opens a gate at which functions wait.</summary>
    public Task<HttpResponseMessage> Open(string gate) => Http.PostAsync(new Uri($"/open/{gate}", UriKind.Relative), null);

    /// <summary>Gets a path and reads its JSON.</summary>
    public async Task<JsonElement> GetJson(string path) =>
        JsonDocument.Parse(await Http.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    /// <summary>Sends a message to a queue.</summary>
    public async Task Send(string queue, ServiceBusMessage message)
    {
        await using var sender = Queues.CreateSender(queue);
        await sender.SendMessageAsync(message);
    }

    /// <summary>Takes the first message of a queue that fits; others are left alone.</summary>
    public async Task<ServiceBusReceivedMessage> Take(string queue, Func<string, bool> fits)
    {
        await using var receiver = Queues.CreateReceiver(queue);
        var others = new List<ServiceBusReceivedMessage>();
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var message = await receiver.ReceiveMessageAsync(TimeSpan.FromSeconds(5), limit.Token);
            if (message is null)
                continue;
            if (fits(message.Body.ToString()))
            {
                await receiver.CompleteMessageAsync(message);
                foreach (var other in others)
                    await receiver.AbandonMessageAsync(other);
                return message;
            }
            others.Add(message);
        }
    }

    private static string Needed(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new InvalidOperationException($"HUB_HOST_UNDER_TEST_URL is set, so {name} must be too.");
}
