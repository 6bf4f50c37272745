using System.Diagnostics;
using System.Globalization;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>The system's processes, as /proc shows them; one that has ended shows nothing.</summary>
internal static class Processes
{
    /// <summary>What a process was started with.</summary>
    public static string CommandLine(int process) => Read(process, "cmdline").Replace('\0', ' ');

    /// <summary>The processes that a process started and that still run.</summary>
    public static IEnumerable<int> ChildrenOf(int process) => ByParent()[process];

    /// <summary>A process and all that it started, and what those started.</summary>
    public static IReadOnlyList<int> Tree(int root)
    {
        var (byParent, tree) = (ByParent(), new List<int> { root });
        for (var i = 0; i < tree.Count; i++)
            tree.AddRange(byParent[tree[i]]);
        return tree;
    }

    /// <summary>Stops a process in its tracks for a time, as a machine that is short of everything does, and lets it go on.</summary>
    public static async Task Freeze(int process, TimeSpan time)
    {
        Signal("STOP", process);
        try
        {
            await Task.Delay(time);
        }
        finally
        {
            Signal("CONT", process);
        }
    }

    /// <summary>A file of a process's folder.</summary>
    public static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static ILookup<int, int> ByParent() => Directory.GetDirectories("/proc")
        .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0)
        .ToLookup(Parent);

    // Behind the name, which may hold anything, and the state.
    private static int Parent(int process) => Read(process, "stat") is { Length: > 0 } stat
        ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture)
        : 0;

    private static void Signal(string signal, int process) => Process.Start("kill", [$"-{signal}", $"{process}"]).WaitForExit();
}
