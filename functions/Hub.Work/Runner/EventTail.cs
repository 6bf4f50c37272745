using Hub.Register.Log;

namespace Hub.Work.Runner;

/// <summary>
/// The end of the log in memory, for all cursors of a process: they read the same events, which never change. Only where the log ends is
/// asked of the store each time, and all who ask at once share the answer.
/// </summary>
public sealed class EventTail(IRegisterStore register)
{
    private const int MostKept = 2000;
    private IReadOnlyList<DirectoryEvent> _events = [];

    /// <summary>Events after a position, in order, so many at most; empty at the end of the log.</summary>
    public async Task<IReadOnlyList<DirectoryEvent>> After(long position, int limit, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        if (position >= head)
            return [];
        var (tail, last) = (_events, Math.Min(position + limit, head));
        if (tail.Count > 0 && tail[0].Sequence <= position + 1 && tail[^1].Sequence >= last)
            return [.. tail.Skip((int)(position + 1 - tail[0].Sequence)).Take((int)(last - position))];
        // Not beyond the head, though more may be there by now: nobody is to see an event that the register, as it was read, has not seen.
        var read = await register.ReadEvents(position, (int)(last - position), cancel);
        Keep(read);
        return read;
    }

    // Of two that read at once one is forgotten, and read again by whoever misses it. Who is far behind does not push the end out.
    private void Keep(IReadOnlyList<DirectoryEvent> read)
    {
        var tail = _events;
        if (read.Count == 0 || (tail.Count > 0 && read[^1].Sequence <= tail[^1].Sequence))
            return;
        var follows = tail.Count > 0 && read[0].Sequence <= tail[^1].Sequence + 1;
        var joined = follows ? [.. tail, .. read.SkipWhile(e => e.Sequence <= tail[^1].Sequence)] : read;
        _events = joined.Count > MostKept ? [.. joined.Skip(joined.Count - MostKept)] : joined;
    }
}
