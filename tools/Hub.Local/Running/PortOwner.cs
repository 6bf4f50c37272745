using System.Globalization;

namespace Hub.Local.Running;

/// <summary>Who listens on a port, where Linux tells it: other users' processes stay unnamed.</summary>
internal static class PortOwner
{
    private const string Listening = "0A";
    private static readonly string[] Lists = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <summary>For example <c> by node (process 4711)</c>; empty where it cannot be told.</summary>
    public static string Of(int port)
    {
        try
        {
            return Process(port) is { } process ? $" by {File.ReadAllText($"/proc/{process}/comm").Trim()} (process {process})" : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The process that listens; null where it cannot be told.</summary>
    public static int? Process(int port)
    {
        try
        {
            return Sockets(port).SelectMany(Holders).Cast<int?>().FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Columns of /proc/net/tcp: number, local address:port, remote, state, …, inode in the tenth.
    private static IEnumerable<string> Sockets(int port) =>
        from file in Lists.Where(File.Exists)
        from line in File.ReadLines(file).Skip(1)
        let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where columns[3] == Listening && columns[1].EndsWith($":{port:X4}", StringComparison.Ordinal)
        select $"socket:[{columns[9]}]";

    private static IEnumerable<int> Holders(string socket) =>
        from process in Directory.EnumerateDirectories("/proc").Where(d => char.IsDigit(Path.GetFileName(d)[0]))
        where Links(process).Contains(socket)
        select int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture);

    private static IEnumerable<string?> Links(string process)
    {
        try
        {
            return [.. new DirectoryInfo($"{process}/fd").EnumerateFileSystemInfos().Select(f => f.LinkTarget)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
