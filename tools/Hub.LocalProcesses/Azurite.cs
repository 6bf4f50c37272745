namespace Hub.LocalProcesses;

/// <summary>An Azurite of a test's own, on loopback ports of its own; installed by npm the first time.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";

    // Azurite's public, documented development key.
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly SemaphoreSlim Installing = new(1);
    private readonly int[] _ports;
    private ChildProcess _process;

    private Azurite(int[] ports, ChildProcess process)
    {
        _ports = ports;
        _process = process;
    }

    /// <summary>The folder it keeps its data in, or null when it keeps them in memory.</summary>
    public string? Folder { get; private init; }

    /// <summary>The connection string for blobs, queues and tables.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
        $"BlobEndpoint=http://127.0.0.1:{_ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{_ports[1]}/{Account};" +
        $"TableEndpoint=http://127.0.0.1:{_ports[2]}/{Account};";

    /// <summary>Starts one: in memory, or on a folder where it must outlive a stop.</summary>
    public static async Task<Azurite> Start(string? folder = null, int[]? fixedPorts = null, bool logRequests = false)
    {
        var program = await Program();
        var ports = fixedPorts ?? Loopback.FreePorts(3);
        var azurite = new Azurite(ports, Launch(program, ports, folder, logRequests)) { Folder = folder };
        try
        {
            await azurite.Listening();
            return azurite;
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it has written: with requests logged, a line for each.</summary>
    public string Output => _process.Output;

    /// <summary>Ends the process as a power cut would; <see cref="Restart"/> brings it back on the same ports.</summary>
    public Task Kill() => _process.Kill();

    /// <summary>
    /// Stops it in order: it writes what it still holds to its folder. Where it does not within a time, it stays for whoever kills it.
    /// </summary>
    public async Task Stop()
    {
        if (_process.HasExited)
            return;
        _process.Terminate();
        await Eventually.True(() => _process.HasExited, "Azurite stops", TimeSpan.FromSeconds(20))
            .ContinueWith(_ => { }, TaskScheduler.Default);
    }

    /// <summary>Starts it again, on the same ports and folder.</summary>
    public async Task Restart()
    {
        await _process.DisposeAsync();
        _process = Launch(await Program(), _ports, Folder, logRequests: false);
        await Listening();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private Task Listening() => _process.Wrote("Azurite Table service is successfully listening", TimeSpan.FromSeconds(60));

    private static ChildProcess Launch(string program, int[] ports, string? folder, bool logRequests) => ChildProcess.Start("node",
    [
        program, "--skipApiVersionCheck", "--disableTelemetry", .. logRequests ? (string[])[] : ["--silent"], "--blobPort", $"{ports[0]}",
        "--queuePort", $"{ports[1]}", "--tablePort", $"{ports[2]}",
        .. folder is null ? (string[])["--inMemoryPersistence"] : ["--location", folder],
    ]);

    private static async Task<string> Program()
    {
        var home = Repository.PathTo("tools", "azurite");
        var program = Path.Combine(home, "node_modules", "azurite", "dist", "src", "azurite.js");
        await Installing.WaitAsync();
        try
        {
            if (!File.Exists(program))
                await Install(home);
        }
        finally
        {
            Installing.Release();
        }
        return program;
    }

    private static async Task Install(string home)
    {
        await using var npm = ChildProcess.Start("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder: home);
        if (await npm.Ended(TimeSpan.FromMinutes(5)) != 0)
            throw new InvalidOperationException($"`npm ci` in {home} failed, so Azurite is not there:\n{npm.Output}");
    }
}
