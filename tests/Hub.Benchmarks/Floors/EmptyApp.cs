using Hub.LocalProcesses;

namespace Hub.Benchmarks.Floors;

/// <summary>
/// The empty functions of tests/Hub.Benchmarks.App under the host that the hub's run under, with a broker of their own: the floor of
/// whatever runs in a function.
/// </summary>
internal sealed class EmptyApp : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-bench-");
    private readonly Dictionary<string, string> _settings;

    private readonly string _app;

    private EmptyApp(LocalBroker broker, byte[]? answer, string app)
    {
        (Broker, _app) = (broker, app);
        _settings = new() { ["ServiceBus"] = broker.ConnectionString };
        if (answer is not null)
            File.WriteAllBytes(_settings["AnswerFile"] = Path.Combine(_folder.FullName, "answer"), answer);
        Host = Launch();
    }

    /// <summary>Its queues; the hub's are on another broker.</summary>
    public LocalBroker Broker { get; }

    /// <summary>The host, and the worker in it.</summary>
    public FunctionsHost Host { get; private set; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="answer">What its GET answer returns.</param>
    /// <param name="app">The folder of another build than the one beside this.</param>
    public static async Task<EmptyApp> Start(byte[]? answer = null, string? app = null)
    {
        var empty = new EmptyApp(
            await LocalBroker.Start(catalogue: Repository.PathTo("tests", "Hub.Benchmarks.App", "queues.json")), answer,
            app ?? Path.GetDirectoryName(Repository.Built("tests", "Hub.Benchmarks.App"))!);
        await empty.Host.Wrote("Host ready", TimeSpan.FromSeconds(90));
        return empty;
    }

    /// <summary>Ends host and worker.</summary>
    public ValueTask Kill() => Host.DisposeAsync();

    /// <summary>Starts host and worker without waiting for them.</summary>
    public FunctionsHost Launch() => Host = FunctionsHost.Launch(_app, environment: _settings);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Broker.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
