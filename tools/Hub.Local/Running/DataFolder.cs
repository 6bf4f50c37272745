namespace Hub.Local.Running;

/// <summary>A hub's data on this machine, for one hub at a time: two would overwrite each other's keys and records.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string ToDo = "Give the hub a folder that you may write to: --data FOLDER";
    private readonly FileStream _lock;

    private DataFolder(FileStream opened) => _lock = opened;

    /// <summary>Makes the folder where there is none, and keeps others out until this is disposed of.</summary>
    public static DataFolder Open(string folder)
    {
        Make(folder);
        var opened = new DataFolder(Lock(folder));
        // Storage does not end with whoever started it, and two that write into one folder lose what the other keeps.
        if (Processes.With(Path.Combine(folder, "azurite")) is not [var storage, ..])
            return opened;
        opened.Dispose();
        var left = (KeyRing.Read(folder) is { } ring ? new HubPorts(ring.Hub.Port).Listening() : []).Append(storage).Distinct().ToList();
        throw new CommandException(
            $"A hub that was killed left {(left.Count == 1 ? "a process" : "processes")} behind, and storage still writes into {folder}.",
            $"{Processes.HowToEnd(left)}; then try again.");
    }

    private static void Make(string folder)
    {
        if (File.Exists(folder))
            throw new CommandException($"{folder} is a file; the hub's data need a folder.", ToDo);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"There is no folder {folder}, and it cannot be made.", ToDo);
        }
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new(Path.Combine(folder, "hub.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw new CommandException($"Nothing can be written into {folder}.", ToDo);
        }
        catch (IOException)
        {
            throw new CommandException(
                $"Another hub uses the data in {folder}.",
                "Stop it first (Ctrl-C where it runs), or give this one other data: --data FOLDER");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
