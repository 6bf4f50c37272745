using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Core;
using Azure.Data.Tables;
using Hub.Azure;
using Hub.Azure.Protection;
using Hub.Azure.Tables;
using Hub.Azure.Tables.Delivery;
using Hub.Azure.Tables.Register;
using Hub.Azure.Webhooks;
using Hub.Delivery.Webhooks;
using Hub.LocalProcesses;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Benchmarks.Webhooks;

/// <summary>The webhooks of a hub on Azurite, in this process, and a log to deliver; the receiver is a process of its own.</summary>
internal sealed class WebhookHub : IWebhookSender, IAsyncDisposable
{
    private const int EventsACommit = 45;
    private readonly Azurite _azurite;
    private readonly ChildProcess _receiver;
    private readonly CountingPolicy _counter = new();
    private readonly RandomIdentifiers _ids = new(TimeProvider.System);
    private readonly HubTables _tables;
    private readonly RegisterStore _register;
    private readonly FileMessageSigner _signer;
    private readonly HttpWebhookSender _sender;
    private readonly WebhookChannel _channel;
    private readonly CursorRunner _runner;
    private readonly Uri _hooks;

    private WebhookHub(Azurite azurite, ChildProcess receiver, Uri hooks)
    {
        (_azurite, _receiver, _hooks) = (azurite, receiver, hooks);
        var options = new TableClientOptions();
        options.AddPolicy(_counter, HttpPipelinePosition.PerRetry);
        _tables = new(new TableServiceClient(azurite.ConnectionString, options));
        _register = new(_tables, TimeProvider.System);
        _signer = FileMessageSigner.Open(Path.Combine(Directory.CreateTempSubdirectory("hub-bench-").FullName, "key.pem"));
        _sender = new(WebhookHttp.Create(allowLoopback: true));
        (Requests, Endpoints, Cursors) = (new(_signer), new EndpointStore(_tables, new SecretBox(_tables, null)), new CursorStore(_tables));
        _channel = new(
            Endpoints, new PartnerStore(_tables), this, Requests, new DeliveryLog(_tables), new DeliveryMetrics(),
            new WebhookSettings("https://hub.example/directory", RetryPolicy.Webhooks) { Rate = int.MaxValue }, TimeProvider.System);
        _runner = new(Cursors, _register, new(new FailureStore(_tables), _ids, TimeProvider.System), _ids, TimeProvider.System);
    }

    public WebhookRequests Requests { get; }

    public EndpointStore Endpoints { get; }

    public CursorStore Cursors { get; }

    public int StorageOperations => _counter.Requests;

    /// <summary>When each delivery was taken.</summary>
    public ConcurrentBag<long> Taken { get; } = [];

    public static async Task<WebhookHub> Start()
    {
        var address = $"http://127.0.0.1:{Loopback.FreePorts(1)[0]}";
        var receiver = ChildProcess.Start("dotnet", [typeof(WebhookHub).Assembly.Location, "take", address]);
        await receiver.Wrote("Serving.");
        var hub = new WebhookHub(await Azurite.Start(), receiver, new(address));
        await hub._tables.Create(CancellationToken.None);
        return hub;
    }

    /// <summary>Endpoints that stand at the end of the log.</summary>
    public async Task<IReadOnlyList<Endpoint>> Make(int count)
    {
        var head = (await _register.Read(TimeSpan.Zero, CancellationToken.None)).Head.Sequence;
        var made = Enumerable.Range(0, count).Select(i => new Endpoint(
            _ids.New(), $"partner {i % 20}", new Uri(_hooks, $"hooks/{i}").ToString(), WebhookSignature.Secret(_ids.NewKey()),
            DateTimeOffset.UtcNow)).ToList();
        await Parallel.ForEachAsync(made, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (endpoint, cancel) =>
        {
            await Endpoints.Add(endpoint, cancel);
            await Cursors.Create(new() { Channel = WebhookChannel.ChannelName, Name = endpoint.Id, Position = head }, cancel);
        });
        return made;
    }

    /// <summary>Events more in the log; they.</summary>
    public async Task<IReadOnlyList<DirectoryEvent>> Grow(int count)
    {
        var events = new List<DirectoryEvent>();
        while (events.Count < count)
        {
            var register = await _register.Read(TimeSpan.Zero, CancellationToken.None);
            var changes = Enumerable.Range(0, Math.Min(EventsACommit, count - events.Count)).Select(i => (Change)new Change.SetMembership(
                new($"network-{i}", new StateCode("SEN"), MembershipRole.Member, null, null, $"list {_ids.New()}", Confidence.High, null)))
                .ToList();
            var commit = CommitBuilder.Build(
                register, new($"SEN-{_ids.New()}", new("SEN"), changes, null, true, null, ["bench"]), DateTimeOffset.UtcNow, _ids);
            if (await _register.Commit(commit, CancellationToken.None) is not CommitResult.Committed)
                throw new InvalidOperationException("Somebody else writes to the benchmark's register.");
            events.AddRange(commit.Events);
        }
        return events;
    }

    /// <summary>Runs an endpoint's cursor to the end of the log, as its wake-ups would.</summary>
    public async Task Run(Endpoint endpoint)
    {
        while (await _runner.Run(_channel, endpoint.Id, CancellationToken.None) != RunResult.Resting)
        {
        }
    }

    /// <summary>Sets endpoints back to an event, as a replay does.</summary>
    public Task SetBack(IReadOnlyList<Endpoint> endpoints, long position) => Parallel.ForEachAsync(endpoints, async (endpoint, cancel) =>
    {
        var cursor = (await Cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel))!;
        await Cursors.Save(cursor with { Position = position }, cancel);
    });

    /// <summary>The floor: signs and posts, and keeps nothing.</summary>
    public async Task Bare(Endpoint endpoint, DirectoryEvent e)
    {
        var body = CloudEvent.Of(e, "https://hub.example/directory").ToBytes();
        var request = await Requests.For(endpoint, CloudEvent.IdOf(e), body, DateTimeOffset.UtcNow, CancellationToken.None);
        if (await _sender.Post(request!, CancellationToken.None) is { } failed)
            throw new InvalidOperationException(failed.Reason);
    }

    /// <summary>Reads events as every process has to once.</summary>
    public async Task ReadLog(IReadOnlyList<DirectoryEvent> events, int page)
    {
        for (var after = events[0].Sequence - 1; after < events[^1].Sequence; after += page)
            await _register.ReadEvents(after, page, CancellationToken.None);
    }

    /// <summary>
    /// The floor with storage: the same, and the operations that a run of a cursor cannot do without, bare and of the same size.
    /// </summary>
    public async Task BareWithStorage(Endpoint endpoint, IReadOnlyList<DirectoryEvent> events)
    {
        await _tables.Cursors.GetEntityAsync<TableEntity>(WebhookChannel.ChannelName, endpoint.Id);
        await _tables.Endpoints.GetEntityAsync<TableEntity>("endpoint", endpoint.Id);
        await _tables.Endpoints.GetEntityIfExistsAsync<TableEntity>("partner", endpoint.Partner);
        await _tables.Failures.UpsertEntityAsync(new TableEntity("bare", endpoint.Id) { ["Json"] = new string('x', 200) });
        foreach (var e in events)
            await Bare(endpoint, e);
        var attempts = new TableEntity($"bare+{endpoint.Id}", $"{events[0].Sequence}");
        for (var (left, part) = (190 * events.Count, 0); left > 0; left -= 30_000, part++)
            attempts[$"Json{part}"] = new string('x', Math.Min(left, 30_000));
        await _tables.Deliveries.UpsertEntityAsync(attempts);
        await _tables.Failures.UpsertEntityAsync(new TableEntity("bare", endpoint.Id) { ["Json"] = new string('x', 200) });
    }

    public async Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel)
    {
        var failed = await _sender.Post(request, cancel);
        Taken.Add(Stopwatch.GetTimestamp());
        return failed;
    }

    public async ValueTask DisposeAsync()
    {
        _signer.Dispose();
        _register.Dispose();
        await _receiver.DisposeAsync();
        await _azurite.DisposeAsync();
    }
}
