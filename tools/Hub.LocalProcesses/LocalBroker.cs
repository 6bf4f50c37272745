using System.Globalization;

namespace Hub.LocalProcesses;

/// <summary>
/// An Azure Service Bus of a test's own, on a loopback port, for the real client. Whoever uses it refers to tools/Hub.Broker
/// (ReferenceOutputAssembly="false"), so that it is built.
/// </summary>
public sealed class LocalBroker : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private readonly string[] _arguments;
    private ChildProcess _process;

    private LocalBroker(int port, string[] arguments)
    {
        Port = port;
        _arguments = arguments;
        _process = Launch();
    }

    /// <summary>The port of 127.0.0.1 that it listens on.</summary>
    public int Port { get; }

    /// <summary>The operating system's id of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it has written.</summary>
    public string Output => _process.Output;

    /// <summary>For Azure.Messaging.ServiceBus, whose sign of the emulator means plain AMQP, on the endpoint's own port.</summary>
    public string ConnectionString => ConnectionStringFor(Port);

    /// <summary>Starts one with the queues of the catalogue, infra/queues.json unless another is given.</summary>
    public static async Task<LocalBroker> Start(int? port = null, string? catalogue = null, double? lockSeconds = null)
    {
        string[] locks = lockSeconds is { } seconds ? ["--lock-seconds", seconds.ToString(CultureInfo.InvariantCulture)] : [];
        var broker = new LocalBroker(
            port ?? Loopback.FreePorts(1)[0], ["--queues", catalogue ?? Repository.PathTo("infra", "queues.json"), .. locks]);
        try
        {
            await broker.Listening();
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of a broker on this port.</summary>
    public static string ConnectionStringFor(int port) =>
        $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true";

    /// <summary>Ends the process as a power cut would; <see cref="Restart"/> brings it back, empty, on the same port.</summary>
    public Task Kill() => _process.Kill();

    /// <summary>Asks it to stop in order, and returns its exit code.</summary>
    public Task<int> Stop()
    {
        _process.Terminate();
        return _process.Ended(TimeSpan.FromSeconds(20));
    }

    /// <summary>Starts it again, on the same port.</summary>
    public async Task Restart()
    {
        await _process.DisposeAsync();
        _process = Launch();
        await Listening();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private ChildProcess Launch() => ChildProcess.Start(
        "dotnet", [Repository.Built("tools", "Hub.Broker"), "--port", Port.ToString(CultureInfo.InvariantCulture), .. _arguments]);

    private Task Listening() => _process.Wrote("Broker ready", StartsWithin);
}
