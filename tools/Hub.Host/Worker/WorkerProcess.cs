using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Hub.Host.App;

namespace Hub.Host.Worker;

/// <summary>The operating system's process of a worker, started as Azure's host starts it.</summary>
public sealed class WorkerProcess : IDisposable
{
    private const int KeptLines = 40;
    private const string NewSession = "/usr/bin/setsid";
    private static readonly TimeSpan OutputComesWithin = TimeSpan.FromSeconds(1);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>The operating system's id.</summary>
    public int Id => _process.Id;

    /// <summary>Ends when the process does, whoever else still holds its output open.</summary>
    public Task Exited => _exited.Task;

    /// <summary>How it ended, for people: its exit code and what it wrote last.</summary>
    public async Task<string> LastWords()
    {
        if (_exited.Task.IsCompleted)
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(OutputComesWithin));
        return $"{(_exited.Task.IsCompleted ? $"it ended with code {_process.ExitCode}" : "it was still running")}; " +
            (_output.IsEmpty ? "it wrote nothing." : $"it wrote last:\n{string.Join('\n', _output)}");
    }

    /// <summary>Starts one that is to connect to the port with the id.</summary>
    public static WorkerProcess Start(FunctionAppFolder app, AppSettings settings, string workerId, int port)
    {
        var start = new ProcessStartInfo(Program(app), [app.WorkerPath, .. Arguments(workerId, port)])
        {
            WorkingDirectory = app.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.All)
            start.Environment[name] = value;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = app.Path;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = app.Path;
        if (File.Exists(NewSession))
        {
            // Ctrl-C in a terminal goes to all that runs there: the worker is to go on until the host ends it.
            start.FileName = NewSession;
            start.ArgumentList.Insert(0, Program(app));
        }
        // The worker chooses its own address and tells it; this one would be used instead of it.
        start.Environment.Remove("ASPNETCORE_URLS");
        var worker = new WorkerProcess(new Process { StartInfo = start });
        worker.Start();
        return worker;
    }

    /// <summary>Ends it and all that it started, at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or AggregateException)
        {
            // It has ended meanwhile.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    // The same .NET that runs this host, which need not be the one that is found first.
    private static string Program(FunctionAppFolder app) =>
        app.Executable == "dotnet" && Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? Environment.ProcessPath!
            : app.Executable;

    // Both forms: workers read the second, and older ones the first.
    private static string[] Arguments(string workerId, int port)
    {
        var (request, number, most) = (Guid.NewGuid().ToString(), port.ToString(CultureInfo.InvariantCulture), $"{int.MaxValue}");
        return
        [
            "--host", "127.0.0.1", "--port", number, "--workerId", workerId, "--requestId", request, "--grpcMaxMessageLength", most,
            "--functions-uri", $"http://127.0.0.1:{number}/", "--functions-worker-id", workerId, "--functions-request-id", request,
            "--functions-grpc-max-message-length", most,
        ];
    }

    private void Start()
    {
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _exited.TrySetResult();
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        try
        {
            _process.Start();
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new HostException($"The worker cannot be started with {_process.StartInfo.FileName}: {error.Message}");
        }
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    // Its console repeats what it also sends as messages, so only the end is kept, for when it dies without sending.
    private void Keep(string? line)
    {
        if (string.IsNullOrEmpty(line))
            return;
        _output.Enqueue(line);
        while (_output.Count > KeptLines)
            _output.TryDequeue(out _);
    }
}
