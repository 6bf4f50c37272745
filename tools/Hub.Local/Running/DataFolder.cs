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

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
