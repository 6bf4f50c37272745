namespace Hub.Work.Runner;

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

/// <summary>The cursors of one channel.</summary>
public static class CursorsOfAChannel
{
    /// <summary>Those of all that are this channel's.</summary>
    public static async Task<IReadOnlyList<Cursor>> Of(this ICursorStore cursors, string channel, CancellationToken cancel) =>
        [.. (await cursors.All(cancel)).Where(c => c.Channel == channel)];
}
