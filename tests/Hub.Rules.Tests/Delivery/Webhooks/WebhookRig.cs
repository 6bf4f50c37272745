using System.Globalization;
using Hub.Delivery.Webhooks;
using Hub.InMemory;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>Partners whose receivers answer as a test says, and a hub that delivers to them, all in memory.</summary>
internal sealed class WebhookRig : IWebhookSender, IMessageSigner
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public MemoryRegister Register { get; } = new();

    public MemoryCursors Cursors { get; } = new();

    public MemoryEndpoints Endpoints { get; } = new();

    public MemoryDeliveries Deliveries { get; } = new();

    public ManualClock Clock { get; } = new();

    public DeliveryMetrics Metrics { get; } = new();

    public WebhookSettings Settings { get; init; } = new("https://hub.example", RetryPolicy.Webhooks);

    /// <summary>What was posted, whatever came of it.</summary>
    public List<WebhookRequest> Got { get; } = [];

    /// <summary>What a receiver answers; null takes it.</summary>
    public Func<WebhookRequest, Task<Step.Failed?>> Answer { get; set; } = _ => Task.FromResult<Step.Failed?>(null);

    public bool KeyIsAway { get; set; }

    public Cursor Cursor => CursorOf("e1");

    public Cursor CursorOf(string id) => Cursors[WebhookChannel.ChannelName, id];

    /// <summary>The events that an address got, in the order in which they came.</summary>
    public IEnumerable<long> Sequences(string id = "e1") =>
        Got.Where(r => r.Url == Url(id)).Select(r => long.Parse(r.Id.AsSpan("evt-".Length), CultureInfo.InvariantCulture));

    public static string Url(string id) => $"https://{id}.example/hook";

    /// <summary>An endpoint that its receiver consented to.</summary>
    public Endpoint Make(string id = "e1", Func<Endpoint, Endpoint>? change = null)
    {
        var endpoint = new Endpoint(id, "partner", Url(id), Secret, Clock.Now) { Consent = new Consent.Given(Clock.Now, null) };
        Cursors.Put(new() { Channel = WebhookChannel.ChannelName, Name = id });
        return Endpoints.Put(change is null ? endpoint : change(endpoint));
    }

    public WebhookChannel Channel() => new(Endpoints, Endpoints, this, new(this), Deliveries, Metrics, Settings, Clock);

    public Task<RunResult> Run(string id = "e1") =>
        new CursorRunner(Cursors, Register, new(new MemoryFailures(), new FixedIdentifiers(), Clock), new FixedIdentifiers(), Clock).Run(
            Channel(),
            id,
            default);

    /// <summary>Runs until the cursor is at the end of the log, waiting as it says.</summary>
    public async Task Finish(string id = "e1")
    {
        for (var i = 0; i < 200 && CursorOf(id).Position < Register.Now.Head.Sequence; i++)
        {
            Clock.Now = new[] { Clock.Now, CursorOf(id).DueAt ?? Clock.Now, CursorOf(id).LeasedUntil ?? Clock.Now }.Max();
            await Run(id);
        }
    }

    public static Task<Step.Failed?> Down(WebhookRequest request) => Task.FromResult<Step.Failed?>(new(Failure.Transient, "down"));

    public Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel)
    {
        Got.Add(request);
        return Answer(request);
    }

    public Task<IReadOnlyList<SigningKey>> Keys(CancellationToken cancel) => throw new NotSupportedException();

    // Signs by repeating what it is given.
    public Task<MessageSigned?> Sign(Func<string, byte[]> message, CancellationToken cancel) =>
        Task.FromResult(KeyIsAway ? null : new MessageSigned("k1", message("k1")));
}
