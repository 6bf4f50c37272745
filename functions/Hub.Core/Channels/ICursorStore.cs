namespace Hub.Core.Channels;

/// <summary>Where cursors are kept.</summary>
public interface ICursorStore
{
    /// <summary>A cursor; null where there is none.</summary>
    Task<Cursor?> Find(string channel, string name, CancellationToken cancel);

    /// <summary>Creates a cursor; the one that is there already stays.</summary>
    Task Create(Cursor cursor, CancellationToken cancel);

    /// <summary>Writes a cursor back; null where somebody else wrote it since it was read.</summary>
    Task<Cursor?> Save(Cursor cursor, CancellationToken cancel);

    /// <summary>The cursors of all channels: some dozens, one query.</summary>
    Task<IReadOnlyList<Cursor>> All(CancellationToken cancel);

    /// <summary>Takes a cursor away.</summary>
    Task Delete(string channel, string name, CancellationToken cancel);
}
