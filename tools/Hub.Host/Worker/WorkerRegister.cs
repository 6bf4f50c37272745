using System.Diagnostics;
using System.Globalization;

namespace Hub.Host.Worker;

/// <summary>
/// Which worker belongs to which host, in a file a host: a worker does not end when its host is killed, so the next host to start on
/// this machine ends what is left behind. A process is only taken for the one in the file when it also started at the same time.
/// </summary>
public sealed class WorkerRegister(string folder)
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromSeconds(2);

    // Another host may be writing it.
    private static readonly TimeSpan Unfinished = TimeSpan.FromMinutes(1);

    /// <summary>The register of this user.</summary>
    public static WorkerRegister OfUser { get; } = new(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } data ? data : Path.GetTempPath(),
        "hub-host", "workers"));

    /// <summary>Notes the worker that this process has now; where that cannot be written, a worker left behind stays.</summary>
    public void Note(int workerId)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllLines(FileOf(Environment.ProcessId), [Describe(Environment.ProcessId), Describe(workerId)]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A home that is read-only is no reason not to run.
        }
    }

    /// <summary>This process has no worker any more.</summary>
    public void Forget()
    {
        if (Directory.Exists(folder))
            File.Delete(FileOf(Environment.ProcessId));
    }

    /// <summary>Ends the workers whose hosts are gone; returns their ids.</summary>
    public IReadOnlyList<int> EndLeftBehind()
    {
        var ended = new List<int>();
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            var lines = Lines(file);
            using var host = lines.Length == 2 ? Find(lines[0]) : null;
            if (host is not null || (lines.Length != 2 && DateTime.UtcNow - File.GetLastWriteTimeUtc(file) < Unfinished))
                continue;
            using var worker = lines.Length == 2 ? Find(lines[1]) : null;
            if (worker is not null && End(worker))
                ended.Add(worker.Id);
            File.Delete(file);
        }
        return ended;
    }

    private static bool End(Process worker)
    {
        try
        {
            worker.Kill(entireProcessTree: true);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or AggregateException or System.ComponentModel.Win32Exception)
        {
            // It has ended meanwhile.
            return false;
        }
    }

    private string FileOf(int hostId) => Path.Combine(folder, hostId.ToString(CultureInfo.InvariantCulture));

    private static string[] Lines(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static string Describe(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return $"{id} {process.StartTime.ToUniversalTime():O}";
        }
        catch (Exception error) when (IsGone(error))
        {
            // It has ended already, and 0 is nobody's id.
            return $"0 {DateTime.UtcNow:O}";
        }
    }

    private static Process? Find(string description)
    {
        var parts = description.Split(' ');
        if (parts.Length != 2 || !int.TryParse(parts[0], out var id) || id <= 0
            || !DateTime.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var started))
            return null;
        try
        {
            var process = Process.GetProcessById(id);
            if ((process.StartTime.ToUniversalTime() - started).Duration() < ClockSlack)
                return process;
            process.Dispose();
        }
        catch (Exception error) when (IsGone(error))
        {
            // No such process, or somebody else's.
        }
        return null;
    }

    // The last is what .NET throws where a process ends while its start is being read.
    private static bool IsGone(Exception error) =>
        error is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception;
}
