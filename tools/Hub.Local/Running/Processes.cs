using System.Diagnostics;
using System.Globalization;
using Hub.LocalProcesses;

namespace Hub.Local.Running;

/// <summary>The processes of this machine, where Linux tells of them; elsewhere there seem to be none.</summary>
internal static class Processes
{
    private const int Rounds = 3;
    private static readonly TimeSpan EndWithin = TimeSpan.FromSeconds(5);

    /// <summary>Those that were started with this argument.</summary>
    public static IReadOnlyList<int> With(string argument) => [.. All().Where(p => Arguments(p).Contains(argument))];

    /// <summary>What a process was started with; nothing where it has ended or may not be looked at.</summary>
    public static string[] Arguments(int process) => Read(process, "cmdline")?.Split('\0', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Who started a process.</summary>
    public static int? Parent(int process)
    {
        // The name of the program, in parentheses, may hold blanks and parentheses: state and parent come after it.
        var stat = Read(process, "stat") ?? "";
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && fields[0] != "Z" ? int.Parse(fields[1], CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A line for whoever wants to end processes.</summary>
    public static string HowToEnd(IReadOnlyCollection<int> processes) =>
        $"End {(processes.Count == 1 ? "it" : "them")}: kill {string.Join(' ', processes)}";

    /// <summary>Ends whatever this process started that still runs, and what that started in turn: in order, or else at once.</summary>
    public static async Task EndStarted()
    {
        // Once more, for what was just being started.
        for (var i = 0; i < Rounds && Below(Environment.ProcessId) is { Count: > 0 } started; i++)
            await End(started);
    }

    // With its parent a process loses the sign of whose it is: all are known before the first ends.
    private static async Task End(IReadOnlyList<int> processes)
    {
        Signal("-TERM", processes);
        await Eventually.True(() => processes.All(p => Parent(p) is null), "", EndWithin).ContinueWith(_ => { }, TaskScheduler.Default);
        Signal("-KILL", [.. processes.Where(p => Parent(p) is not null)]);
    }

    /// <summary>What a process started, and what that started in turn.</summary>
    public static IReadOnlyList<int> Below(int process)
    {
        var parents = All().Select(p => (Id: p, Parent: Parent(p))).ToLookup(p => p.Parent, p => p.Id);
        List<int> found = [.. parents[process]];
        for (var i = 0; i < found.Count; i++)
            found.AddRange(parents[found[i]]);
        return found;
    }

    private static void Signal(string signal, IReadOnlyCollection<int> processes)
    {
        if (processes.Count == 0)
            return;
        // One may have ended since: kill's complaint about it is nobody's concern.
        var start = new ProcessStartInfo("kill", [signal, .. processes.Select(p => $"{p}")]) { RedirectStandardError = true };
        using var kill = Process.Start(start);
        kill!.WaitForExit();
    }

    private static IEnumerable<int> All() => Directory.Exists("/proc")
        ? Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0).Where(id => id > 0)
        : [];

    private static string? Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
