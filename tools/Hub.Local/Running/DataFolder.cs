namespace Hub.Local.Running;

/// <summary>A hub's data on this machine, for one hub at a time: two would overwrite each other's keys and records.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream opened) => _lock = opened;

    /// <summary>Makes the folder where there is none, and keeps others out until this is disposed of.</summary>
    public static DataFolder Open(string folder)
    {
        Directory.CreateDirectory(folder);
        if (LeftBehind(folder) is { } storage)
            throw new CommandException(
                $"Process {storage} still stores into {folder}: the hub that started it was killed.", $"End it (kill {storage}) and try again.");
        try
        {
            return new(new(Path.Combine(folder, "hub.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new CommandException(
                $"Another hub uses the data in {folder}.", "Stop it first (Ctrl-C where it runs), or give this one other data: --data FOLDER");
        }
    }

    // Storage does not end with whoever started it, and two that write into one folder lose what the other keeps. Where Linux tells.
    private static string? LeftBehind(string folder)
    {
        var location = Path.Combine(folder, "azurite");
        foreach (var process in Directory.Exists("/proc") ? Directory.EnumerateDirectories("/proc") : [])
            if (int.TryParse(Path.GetFileName(process), out _) && Arguments(process).Contains(location))
                return Path.GetFileName(process);
        return null;
    }

    private static string[] Arguments(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
