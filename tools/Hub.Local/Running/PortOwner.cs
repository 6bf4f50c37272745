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
            return Sockets(port).SelectMany(Holders).FirstOrDefault() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // Columns of /proc/net/tcp: number, local address:port, remote, state, …, inode in the tenth.
    private static IEnumerable<string> Sockets(int port) =>
        from file in Lists.Where(File.Exists)
        from line in File.ReadLines(file).Skip(1)
        let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where columns[3] == Listening && columns[1].EndsWith($":{port:X4}", StringComparison.Ordinal)
        select $"socket:[{columns[9]}]";

    private static IEnumerable<string> Holders(string socket) =>
        from process in Directory.EnumerateDirectories("/proc").Where(d => char.IsDigit(Path.GetFileName(d)[0]))
        where Links(process).Contains(socket)
        select $" by {File.ReadAllText($"{process}/comm").Trim()} (process {Path.GetFileName(process)})";

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
