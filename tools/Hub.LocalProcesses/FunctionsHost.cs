using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.LocalProcesses;

/// <summary>
/// A host of functions with the real worker in it, as processes of their own. Whoever uses it refers to tools/Hub.Host and to the
/// function app (ReferenceOutputAssembly="false"), so that both are built.
/// </summary>
public sealed partial class FunctionsHost : IAsyncDisposable
{
    private readonly string[] _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly Dictionary<int, DateTime> _workers = [];
    private readonly string? _log;
    private ChildProcess _process;

    private FunctionsHost(int port, string[] arguments, IReadOnlyDictionary<string, string> environment, string? log)
    {
        Port = port;
        _log = log;
        _arguments = arguments;
        _environment = environment;
        _process = Launch();
    }

    /// <summary>The port of 127.0.0.1 where the functions answer.</summary>
    public int Port { get; }

    /// <summary>Where the functions answer.</summary>
    public Uri Address => new($"http://127.0.0.1:{Port}");

    /// <summary>What the host and its workers have written.</summary>
    public string Output => _process.Output;

    /// <summary>The host's process id.</summary>
    public int HostId => _process.Id;

    /// <summary>Whether the host has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The process id of the newest worker, or null while there was none.</summary>
    public int? WorkerId
    {
        get
        {
            var found = WorkerLine().Matches(Output).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            foreach (var id in found.Where(id => !_workers.ContainsKey(id)))
                if (StartOf(id) is { } start)
                    _workers[id] = start;
            return found.Count == 0 ? null : found[^1];
        }
    }

    /// <summary>Starts one for the build output of a function app and waits until it is ready.</summary>
    public static async Task<FunctionsHost> Start(
        string app, int? port = null, IReadOnlyDictionary<string, string>? environment = null, string? settings = null,
        TimeSpan? drain = null, string? log = null)
    {
        var host = Launch(app, port, environment, settings, drain, log);
        try
        {
            await host.Ready();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts one without waiting for it: for what is to fail, or to be waited for otherwise.</summary>
    public static FunctionsHost Launch(
        string app, int? port = null, IReadOnlyDictionary<string, string>? environment = null, string? settings = null,
        TimeSpan? drain = null, string? log = null)
    {
        var chosen = port ?? Loopback.FreePorts(1)[0];
        var arguments = new List<string> { "--app", app, "--port", chosen.ToString(CultureInfo.InvariantCulture) };
        if (settings is not null)
            arguments.AddRange(["--settings", settings]);
        if (drain is { } time)
            arguments.AddRange(["--drain", ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture)]);
        return new FunctionsHost(chosen, [.. arguments], environment ?? new Dictionary<string, string>(), log);
    }

    /// <summary>Waits until it has written a text.</summary>
    public Task Wrote(string text, TimeSpan? within = null) => _process.Wrote(text, within);

    /// <summary>Waits for its end and returns the exit code.</summary>
    public Task<int> Ended(TimeSpan within) => _process.Ended(within);

    /// <summary>Ends the worker as a crash would; the host starts another.</summary>
    public async Task KillWorker()
    {
        var id = WorkerId ?? throw new InvalidOperationException("There is no worker yet.");
        Kill(id);
        await Eventually.True(() => WorkerId != id || HasExited, "the host starts another worker");
    }

    /// <summary>Ends the host as a power cut would; its worker stays, as under Azure's.</summary>
    public Task KillHost()
    {
        _ = WorkerId;
        return _process.Kill();
    }

    /// <summary>Ends host and worker as a power cut would.</summary>
    public async Task KillBoth()
    {
        await KillHost();
        foreach (var id in _workers.Keys)
            Kill(id);
    }

    /// <summary>Asks it to stop in order; <see cref="Ended"/> waits for that.</summary>
    public void Terminate() => _process.Terminate();

    /// <summary>Starts it again, on the same port, and waits until it is ready.</summary>
    public async Task Restart()
    {
        await KillBoth();
        await _process.DisposeAsync();
        _process = Launch();
        await Ready();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillBoth();
        await _process.DisposeAsync();
    }

    private Task Ready() => _process.Wrote("Host ready", TimeSpan.FromSeconds(90));

    private ChildProcess Launch() =>
        ChildProcess.Start("dotnet", [Repository.Built("tools", "Hub.Host"), .. _arguments], _environment, log: _log);

    private static DateTime? StartOf(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.StartTime;
        }
        catch (Exception error) when (IsGone(error))
        {
            return null;
        }
    }

    // Only ever a worker of this host: a number that the system has given to another process since started at another time.
    private void Kill(int worker)
    {
        try
        {
            using var process = Process.GetProcessById(worker);
            if (_workers.TryGetValue(worker, out var start) && process.StartTime == start)
                process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (IsGone(error))
        {
            // It has ended.
        }
    }

    // The last is what .NET throws where a process ends while its start is being read.
    private static bool IsGone(Exception error) =>
        error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception;

    [GeneratedRegex(@"The worker runs as process (\d+)\.", RegexOptions.NonBacktracking)]
    private static partial Regex WorkerLine();
}
