using System.Collections.Concurrent;
using System.Globalization;
using Hub.LocalProcesses;

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
    private LocalBroker? _broker;
    private readonly DirectoryInfo? _temporary;
    private readonly Lazy<Task> _end;

    private LocalHub(LocalHubOptions options, Azurite storage)
    {
        _options = options;
        _ports = options.Ports?.Take(5).ToArray() ?? Loopback.FreePorts(5);
        Storage = storage;
        Instances = [.. Enumerable.Range(0, options.Instances).Select(Instance)];
        _temporary = options.Folder is null ? Directory.CreateTempSubdirectory("hub-") : null;
        _end = new(End);
        Running[this] = true;
    }

    /// <summary>Where its data are.</summary>
    public Azurite Storage { get; }

    /// <summary>The hub.</summary>
    public Uri Address => Local(_ports[0]);

    /// <summary>The instances of its functions; the first answers at <see cref="Address"/>.</summary>
    public IReadOnlyList<FunctionsInstance> Instances { get; }

    /// <summary>The first of them.</summary>
    public FunctionsInstance Functions => Instances[0];

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
            // The first sets up what the others find.
            await hub.Functions.Start();
            await Task.WhenAll(hub.Instances.Skip(1).Select(i => i.Start()));
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
        await Task.WhenAll(Instances.Select(i => i.Stop(StopsWithin + StopsWithin)));
        await Task.WhenAll(Instances.Select(i => i.Kill()));
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

    private FunctionsInstance Instance(int number)
    {
        var port = number == 0 ? _ports[0] : Loopback.FreePorts(1)[0];
        var file = number == 0 ? "functions.log" : $"functions-{number + 1}.log";
        var log = _options.Folder is null ? null : Path.Combine(_options.Folder, file);
        return new(Local(port), () =>
        {
            RequireNotEnding();
            var functions = _options.Functions ?? Path.GetDirectoryName(Repository.Built("functions", "Hub.Functions"))!;
            return FunctionsHost.Launch(functions, port, Settings(number), drain: StopsWithin, log: log);
        });
    }

    private (string Part, string Output)? Ended =>
        Instances.FirstOrDefault(i => i.HasExited) is { } ended ? ("The functions", ended.Output)
        : _broker is { HasExited: true } ? ("The broker", _broker.Output)
        : _simulators is { HasExited: true } ? ("The simulators", _simulators.Output)
        : Storage.HasExited ? ("Azurite (storage)", Storage.Output)
        : null;

    private Dictionary<string, string> Settings(int instance) => new(_options.Settings)
    {
        ["AzureWebJobsStorage"] = Storage.ConnectionString,
        ["ServiceBus"] = Broker.ConnectionString,
        ["SweepSchedule"] = _options.SweepSchedule,
        ["WakeSchedule"] = _options.WakeSchedule ?? _options.SweepSchedule,
        ["EditionSchedule"] = "0 */10 22,23 30 6,12 *",
        ["DOTNET_GCgen0size"] = "0x2000000",
        ["Hub__PublicAddress"] = Address.GetLeftPart(UriPartial.Authority),
        ["Hub__FirstKey"] = FirstKey,
        ["SignIn__Local"] = _options.Settings.ContainsKey("SignIn__Application") ? "false" : "true",
        ["Mail__Graph"] = new Uri(Mailbox, "v1.0").ToString(),
        ["Documents__Translator"] = Translator.ToString(),
        ["Mail__Sender"] = "directory@hub.example",
        ["Mail__Inbox"] = $"{Inbox},directory@hub.example",
        ["Mail__AuthServId"] = "mx.hub.example",
        ["Mail__OwnHosts"] = "hub.example",
        ["Clock__Speed"] = _options.Speed.ToString(CultureInfo.InvariantCulture),
        ["Clock__AheadDays"] = DaysAhead.ToString(CultureInfo.InvariantCulture),
        ["Clock__WrongBySeconds"] =
            ((int)_options.ClocksWrongBy.ElementAtOrDefault(instance).TotalSeconds).ToString(CultureInfo.InvariantCulture),
        ["Channels__LeaseSeconds"] = _options.LeaseSeconds.ToString(CultureInfo.InvariantCulture),
        ["Webhooks__AllowLoopback"] = "true",
        ["Webhooks__SigningKey"] = Path.Combine(_options.Folder ?? _temporary!.FullName, "signing-key.pem"),
        ["States__Fictional"] = "true",
        ["Networks__Seed"] = _options.SeedNetworks ? "true" : "false",
        // A hub on somebody's machine does not visit ministries.
        ["Laws__CheckLinks"] = _options.CheckLinks ? "true" : "false",
        ["Laws__Seed"] = _options.SeedLaws ? "true" : "false",
    };

    private static Uri Local(int port) => new($"http://127.0.0.1:{port}/");
}
