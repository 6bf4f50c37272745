using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hub.LocalProcesses;

/// <summary>A process that this one started: its output is kept, and it ends with its owner, whatever happens.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const string NewSession = "/usr/bin/setsid";
    private const int KeptOfALog = 1000;
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly StreamWriter? _log;
    private bool _disposed;

    private ChildProcess(Process process, string? log)
    {
        _process = process;
        // Appended to: the process may be started again while the one before is not yet disposed of.
        _log = log is null ? null : new StreamWriter(
            new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
    }

    /// <summary>
    /// Whether a terminal's Ctrl-C reaches this process alone, which then stops what it started in order; otherwise it goes to all.
    /// </summary>
    public static bool KeepCtrlC { get; set; }

    /// <summary>The operating system's id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _disposed || _process.HasExited;

    /// <summary>
    /// What it has written so far, standard output and errors together: everything, or the last of it where a file takes everything.
    /// </summary>
    public string Output => string.Join('\n', _lines);

    /// <summary>Starts a program; the environment given is added to this process's own.</summary>
    /// <param name="file">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What is added to the environment.</param>
    /// <param name="folder">Where it runs; the repository's root where absent.</param>
    /// <param name="log">A file that takes what it writes, for one that runs for days.</param>
    public static ChildProcess Start(
        string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null,
        string? log = null)
    {
        if (KeepCtrlC && File.Exists(NewSession))
            (file, arguments) = (NewSession, arguments.Prepend(file));
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Repository.Root,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = start }, log);
        child._process.OutputDataReceived += (_, line) => child.Keep(line.Data);
        child._process.ErrorDataReceived += (_, line) => child.Keep(line.Data);
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits until a line of the output contains the text; fails with the whole output when the process ends before.</summary>
    public Task Wrote(string text, TimeSpan? within = null) => Eventually.True(
        () => _lines.Any(l => l.Contains(text, StringComparison.Ordinal)) || (_process.HasExited
            ? throw new InvalidOperationException(
                $"{_process.StartInfo.FileName} ended with {_process.ExitCode} before it wrote '{text}':\n{Output}")
            : false),
        $"{_process.StartInfo.FileName} writes '{text}'", within);

    /// <summary>Waits for the end and returns the exit code.</summary>
    public async Task<int> Ended(TimeSpan within)
    {
        await _process.WaitForExitAsync(new CancellationTokenSource(within).Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut would (SIGKILL).</summary>
    public async Task Kill()
    {
        if (_disposed)
            return;
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop (SIGTERM), as an orderly host does.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        await Kill();
        _disposed = true;
        _process.Dispose();
        if (_log is null)
            return;
        lock (_log)
            _log.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_log is null)
            return;
        lock (_log)
            if (!_disposed)
                _log.WriteLine(line);
        while (_lines.Count > KeptOfALog)
            _lines.TryDequeue(out _);
    }
}
