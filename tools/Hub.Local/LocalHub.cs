using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Hub.Testing;

namespace Hub.Local;

/// <summary>
/// A whole hub on this machine, each part a process of its own: Azurite, the broker, the simulators, and the functions under their host.
/// </summary>
public sealed class LocalHub : IAsyncDisposable
{
    /// <summary>The Secretariat's first key of every hub on this machine.</summary>
    public const string FirstKey = "hub_SECRETARIAT_local-first-key";

    /// <summary>The mailbox that notices come to.</summary>
    public const string Inbox = "notices@hub.example";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(20);
    private static readonly ConcurrentDictionary<LocalHub, bool> Running = new();
    private readonly LocalHubOptions _options;
    private readonly int[] _ports;
    private ChildProcess? _simulators;
    private FunctionsHost? _functions;
    private readonly List<FunctionsHost> _further = [];
    private LocalBroker? _broker;
    private readonly DirectoryInfo? _temporary;
    private readonly Lazy<Task> _end;

    private LocalHub(LocalHubOptions options, Azurite storage)
    {
        _options = options;
        _ports = options.Ports?.Take(5).ToArray() ?? Loopback.FreePorts(5);
        Storage = storage;
        _temporary = options.Folder is null ? Directory.CreateTempSubdirectory("hub-") : null;
        _end = new(End);
        Running[this] = true;
    }

    /// <summary>Where its data are.</summary>
    public Azurite Storage { get; }

    /// <summary>The hub.</summary>
    public Uri Address => Local(_ports[0]);

    /// <summary>Where each of its instances answers, the first at <see cref="Address"/>.</summary>
    public IReadOnlyList<Uri> Instances => [Address, .. _further.Select(f => f.Address)];

    /// <summary>The mailbox: Microsoft Graph's part that the hub uses, and a page.</summary>
    public Uri Mailbox => Local(_ports[1]);

    /// <summary>The partner that receives webhooks.</summary>
    public Uri Partner => Local(_ports[2]);

    /// <summary>The translator.</summary>
    public Uri Translator => _options.Translator ?? Local(_ports[3]);

    /// <summary>The queues.</summary>
    public LocalBroker Broker => _broker!;

    /// <summary>How many days its clock is ahead of this machine's, from the next start of the functions.</summary>
    public int DaysAhead { get; set; }

    /// <summary>The process that the functions run in.</summary>
    public int FunctionsProcess => _functions!.WorkerId ?? throw new InvalidOperationException("The functions have no process yet.");

    /// <summary>What the functions and their host have written.</summary>
    public string FunctionsOutput => _functions?.Output ?? "";

    /// <summary>The file that takes what the functions and their host write; null where the hub is in memory.</summary>
    public string? LogFile => _options.Folder is null ? null : Path.Combine(_options.Folder, "functions.log");

    /// <summary>Which of its parts ended by themselves; null while all run.</summary>
    public string? HasEnded => Ended is var (part, _) ? part : null;

    /// <summary>The last lines of the part that ended.</summary>
    public string LastLines => string.Join('\n', (Ended?.Output ?? "").Split('\n').TakeLast(10));

    /// <summary>Starts everything and waits until the hub answers.</summary>
    public static async Task<LocalHub> Start(LocalHubOptions options, Action<string>? progress = null)
    {
        progress?.Invoke("Azurite (storage) …");
        var folder = options.Folder is null ? null : Path.Combine(options.Folder, "azurite");
        var hub = new LocalHub(options, await Azurite.Start(folder, options.Ports?.Skip(5).ToArray(), options.LogStorage));
        try
        {
            progress?.Invoke("broker (queues) …");
            hub._broker = await LocalBroker.Start(hub._ports[4], lockSeconds: options.LockSeconds);
            progress?.Invoke("simulators (mailbox, partner, translator) …");
            await hub.StartSimulators();
            progress?.Invoke("functions and their host …");
            await hub.StartFunctions();
            await hub.StartFurther();
            return hub;
        }
        catch
        {
            await hub.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the hubs that this program has started, wherever it is in its work; those that stop already are waited for.</summary>
    public static async Task StopAll()
    {
        foreach (var hub in Running.Keys)
            await hub.DisposeAsync();
    }

    /// <summary>A client with a key of this hub.</summary>
    public HubClient Client(string key) => new(Address, key);

    /// <summary>Starts the functions, and waits until they answer.</summary>
    public async Task StartFunctions()
    {
        await LaunchFunctions().Wrote("Host ready", StartsWithin);
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.True(async () => await Answers(http), $"the functions answer at {Address}:\n{FunctionsOutput}", StartsWithin);
    }

    /// <summary>Starts the functions without waiting for them; returns their host.</summary>
    public FunctionsHost LaunchFunctions() => _functions = Launch(_ports[0], LogFile);

    /// <summary>Ends the functions and their host as a power cut would (SIGKILL).</summary>
    public async Task KillFunctions()
    {
        if (_functions is not null)
            await _functions.DisposeAsync();
    }

    /// <summary>Ends the functions' own process (SIGKILL): their host starts another, or ends with the third in half an hour.</summary>
    public Task KillWorker() => _functions!.KillWorker();

    /// <summary>Ends the functions' host alone (SIGKILL); the process it leaves behind is ended by the next host.</summary>
    public Task KillHost() => _functions!.KillHost();

    /// <summary>Waits until the functions answer; where their host has ended, it is started again.</summary>
    public async Task Recover()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.True(
            async () => _functions!.HasExited || await Answers(http), $"the functions answer at {Address}:\n{FunctionsOutput}", StartsWithin);
        if (!_functions!.HasExited)
            return;
        // What it left behind is the next host's to end.
        var gone = _functions;
        await StartFunctions();
        await gone.DisposeAsync();
    }

    /// <summary>Starts the simulators.</summary>
    public async Task StartSimulators()
    {
        RequireNotEnding();
        string[] data = _options.Folder is null ? [] : ["--data", Path.Combine(_options.Folder, "simulators")];
        _simulators = ChildProcess.Start("dotnet",
        [
            Repository.Built("tools", "Hub.Simulators"), "--mailbox-url", Mailbox.GetLeftPart(UriPartial.Authority),
            "--partner-url", Partner.GetLeftPart(UriPartial.Authority), "--translator-url",
            Local(_ports[3]).GetLeftPart(UriPartial.Authority), "--speed", _options.Speed.ToString(CultureInfo.InvariantCulture), .. data,
        ]);
        await _simulators.Wrote("Simulators ready", StartsWithin);
    }

    /// <summary>Ends the simulators as a power cut would.</summary>
    public async Task KillSimulators()
    {
        if (_simulators is not null)
            await _simulators.DisposeAsync();
    }

    /// <summary>Stops it; asked again, waits for the same end.</summary>
    public ValueTask DisposeAsync() => new(_end.Value);

    private async Task End()
    {
        try
        {
            await StopParts();
            _temporary?.Delete(recursive: true);
        }
        finally
        {
            Running.TryRemove(this, out _);
        }
    }

    private async Task StopParts()
    {
        var running = _further.Append(_functions).OfType<FunctionsHost>().Where(f => !f.HasExited).ToList();
        running.ForEach(f => f.Terminate());
        await Eventually.True(() => running.All(f => f.HasExited), "the functions stop", StopsWithin + StopsWithin)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        await KillFunctions();
        foreach (var further in _further)
            await further.DisposeAsync();
        await KillSimulators();
        if (_broker is not null)
            await _broker.DisposeAsync();
        // What is kept must be on disk; what is in memory need not wait.
        if (_options.Folder is not null)
            await Storage.Stop();
        await Storage.DisposeAsync();
    }

    // Whoever was about to start a part of it when it was told to stop must not.
    private void RequireNotEnding()
    {
        if (_end.IsValueCreated)
            throw new OperationCanceledException("The hub stops.");
    }

    private FunctionsHost Launch(int port, string? log)
    {
        RequireNotEnding();
        return FunctionsHost.Launch(
            Path.GetDirectoryName(Repository.Built("functions", "Hub.Functions"))!, port, Settings(), drain: StopsWithin, log: log);
    }

    private async Task StartFurther()
    {
        for (var i = 2; i <= _options.Instances; i++)
        {
            var log = _options.Folder is null ? null : Path.Combine(_options.Folder, $"functions-{i}.log");
            _further.Add(Launch(Loopback.FreePorts(1)[0], log));
        }
        await Task.WhenAll(_further.Select(f => f.Wrote("Host ready", StartsWithin)));
    }

    private (string Part, string Output)? Ended =>
        _further.Prepend(_functions).FirstOrDefault(f => f is { HasExited: true }) is { } ended ? ("The functions", ended.Output)
        : _broker is { HasExited: true } ? ("The broker", _broker.Output)
        : _simulators is { HasExited: true } ? ("The simulators", _simulators.Output)
        : Storage.HasExited ? ("Azurite (storage)", Storage.Output)
        : null;

    private async Task<bool> Answers(HttpClient http)
    {
        if (_functions!.HasExited)
            throw new InvalidOperationException($"The functions ended before they answered:\n{FunctionsOutput}");
        try
        {
            using var answer = await http.GetAsync(new Uri("healthz", UriKind.Relative));
            return answer.IsSuccessStatusCode && FunctionsOutput.Contains("Storage is ready", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return false;
        }
    }

    private Dictionary<string, string> Settings() => new(_options.Settings)
    {
        ["AzureWebJobsStorage"] = Storage.ConnectionString,
        ["ServiceBus"] = Broker.ConnectionString,
        ["SweepSchedule"] = _options.SweepSchedule,
        ["WakeSchedule"] = _options.WakeSchedule ?? _options.SweepSchedule,
        ["EditionSchedule"] = "0 */10 22,23 30 6,12 *",
        ["DOTNET_GCgen0size"] = "0x2000000",
        ["Hub__PublicAddress"] = Address.GetLeftPart(UriPartial.Authority),
        ["Hub__FirstKey"] = FirstKey,
        ["Mail__Graph"] = new Uri(Mailbox, "v1.0").ToString(),
        ["Documents__Translator"] = Translator.ToString(),
        ["Mail__Sender"] = "directory@hub.example",
        ["Mail__Inbox"] = $"{Inbox},directory@hub.example",
        ["Mail__AuthServId"] = "mx.hub.example",
        ["Mail__OwnHosts"] = "hub.example",
        ["Clock__Speed"] = _options.Speed.ToString(CultureInfo.InvariantCulture),
        ["Clock__AheadDays"] = DaysAhead.ToString(CultureInfo.InvariantCulture),
        ["Channels__LeaseSeconds"] = _options.LeaseSeconds.ToString(CultureInfo.InvariantCulture),
        ["Webhooks__AllowLoopback"] = "true",
        ["Webhooks__SigningKey"] = Path.Combine(_options.Folder ?? _temporary!.FullName, "signing-key.pem"),
        ["States__Fictional"] = "true",
        ["Networks__Seed"] = _options.SeedNetworks ? "true" : "false",
    };

    private static Uri Local(int port) => new($"http://127.0.0.1:{port}/");
}
