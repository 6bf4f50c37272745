using System.Diagnostics;

namespace Hub.Intake.Files.Reading;

/// <summary>
/// A process that reads files, watched while it does: it has a folder of its own, an environment with nothing in it, and ends when it takes
/// too much.
/// </summary>
internal sealed class FileReaderProcess : IAsyncDisposable
{
    private const string Program = "Hub.FileReader.dll";
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    // What .NET itself may need to start; nothing of the hub's own.
    private static readonly string[] Passed = ["DOTNET_ROOT", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "LD_LIBRARY_PATH", "SystemRoot"];
    private readonly FileReaderLimits _limits;
    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private long _idleMemory;
    private int _files;

    private FileReaderProcess(FileReaderLimits limits)
    {
        _limits = limits;
        _folder = Directory.CreateTempSubdirectory("hub-reader-");
        _process = new() { StartInfo = StartOf(_folder.FullName, limits) };
    }

    /// <summary>The operating system's id of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether another had better take its place.</summary>
    public bool IsSpent => _files >= _limits.MostFiles || _process.HasExited || Memory() > _limits.MostKept;

    /// <summary>Starts one, and waits until it can read.</summary>
    public static async Task<FileReaderProcess> Start(FileReaderLimits limits, CancellationToken cancel)
    {
        var process = new FileReaderProcess(limits);
        try
        {
            process._process.Start();
            // What it says of its end may quote the file.
            _ = process._process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            timer.CancelAfter(StartsWithin);
            await Frames.ReadReply(process.Replies, 0, timer.Token);
            process._idleMemory = process.Resident();
            return process;
        }
        catch (Exception e)
        {
            await process.DisposeAsync();
            cancel.ThrowIfCancellationRequested();
            throw new FileReaderUnavailableException($"The process that reads files could not be started: {Program}.", e);
        }
    }

    /// <summary>Asks for one file; where that does not end with an answer, the process has ended.</summary>
    public async Task<FileReaderReply> Ask(FileReaderRequest request, Stream content, CancellationToken cancel)
    {
        _files++;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var (exchange, clock, before) = (Exchange(request, content, stop.Token), Stopwatch.StartNew(), Processor());
        for (var pause = TimeSpan.FromMilliseconds(1); await Task.WhenAny(exchange, Task.Delay(pause, cancel)) != exchange;)
        {
            cancel.ThrowIfCancellationRequested();
            if (Excess(clock.Elapsed, before) is { } excess)
            {
                await stop.CancelAsync();
                await End();
                await ((Task)exchange).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await DisposeAsync();
                return FileReaderReply.Ended(excess);
            }
            pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
        }
        var reply = await exchange;
        if (reply.Outcome is not (FileReaderOutcome.Answered or FileReaderOutcome.Failed))
            await DisposeAsync();
        return reply;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await End();
        _process.Dispose();
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing of it is needed, and the system clears its temporary folders.
        }
    }

    private async Task End()
    {
        try
        {
            if (!_process.HasExited)
                _process.Kill();
            await _process.WaitForExitAsync();
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It never started, or is gone.
        }
    }

    private Stream Replies => _process.StandardOutput.BaseStream;

    private async Task<FileReaderReply> Exchange(FileReaderRequest request, Stream content, CancellationToken cancel)
    {
        // A file that cannot be had is not one that cannot be read: what comes between is thrown, and nobody waits for the rest of it.
        var sent = Send(request, content, cancel);
        var replying = Frames.ReadReply(Replies, content.Length + _limits.MostAnswer, cancel);
        if (await Task.WhenAny(sent, replying) == sent)
            await sent;
        try
        {
            var reply = await replying;
            await sent;
            return reply;
        }
        catch (InvalidDataException)
        {
            return FileReaderReply.Ended(FileReaderOutcome.SaidTooMuch);
        }
        catch (Exception e) when (e is EndOfStreamException or IOException)
        {
            await _process.WaitForExitAsync(cancel);
            // Nobody else reads the file before this has let go of it.
            await sent.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return FileReaderReply.Ended(
                _process.ExitCode == FileReaderServer.OutOfMemory ? FileReaderOutcome.TookMemory : FileReaderOutcome.Died);
        }
    }

    // A process that dies while it is being asked says so where it is listened to.
    private async Task Send(FileReaderRequest request, Stream content, CancellationToken cancel)
    {
        try
        {
            await Frames.Write(_process.StandardInput.BaseStream, request, content, cancel);
        }
        // Its pipe breaks a moment before its end can be seen.
        catch (IOException) when (_process.WaitForExit(EndsWithin))
        {
        }
    }

    private FileReaderOutcome? Excess(TimeSpan elapsed, TimeSpan before)
    {
        try
        {
            return Memory() > _limits.MostMemory ? FileReaderOutcome.TookMemory
                : Processor() - before > _limits.MostProcessor ? FileReaderOutcome.TookProcessor
                : elapsed > _limits.MostTime ? FileReaderOutcome.TookTime
                : null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has just ended; the pipe says how.
            return null;
        }
    }

    private long Memory() => Resident() - _idleMemory;

    private long Resident()
    {
        _process.Refresh();
        return _process.HasExited ? 0 : _process.WorkingSet64;
    }

    private TimeSpan Processor() => _process.HasExited ? TimeSpan.Zero : _process.TotalProcessorTime;

    private static ProcessStartInfo StartOf(string folder, FileReaderLimits limits)
    {
        var start = new ProcessStartInfo(DotnetHost(), [Path.Combine(AppContext.BaseDirectory, Program)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
        };
        var environment = Passed
            .Select(n => (Name: n, Value: Environment.GetEnvironmentVariable(n)))
            .Where(v => v.Value is not null)
            .ToList();
        start.Environment.Clear();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.Environment["TMPDIR"] = folder;
        start.Environment["DOTNET_GCHeapHardLimit"] = limits.MostHeap.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        // No sockets for debuggers, no dumps of what was in memory.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }

    // The app itself runs in it, on Azure too; a program with a host of its own (testhost) knows it from where its runtime lies.
    private static string DotnetHost()
    {
        if (Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet")
            return own;
        var runtime = System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory();
        return Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
    }
}
