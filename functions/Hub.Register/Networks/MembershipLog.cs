using Hub.Register.Log;

namespace Hub.Register.Networks;

/// <summary>
/// The latest changes of memberships. The log only grows, so what was read stays true: each look reads on from the last one. After a start
/// it looks back a bounded part of the log.
/// </summary>
public sealed class MembershipLog(IRegisterStore register)
{
    /// <summary>How many changes it keeps.</summary>
    public const int Kept = 500;

    private const int LooksBack = 5000;
    private const int Window = 500;
    private volatile Read _read = new(0, []);

    /// <summary>The changes up to an event, newest first.</summary>
    public async Task<IReadOnlyList<DirectoryEvent>> UpTo(long head, CancellationToken cancel)
    {
        var (position, latest) = _read;
        position = Math.Max(position, head - LooksBack);
        var found = new List<DirectoryEvent>();
        while (position < head && await register.ReadEvents(position, Window, cancel) is { Count: > 0 } events)
        {
            found.AddRange(events.Where(e => e.Type == EventType.MembershipChanged));
            position = events[^1].Sequence;
        }
        latest = [.. Enumerable.Reverse(found), .. latest];
        // Two readers at once read the same: whichever is kept is right.
        if (position > _read.Position)
            _read = new(position, [.. latest.Take(Kept)]);
        return [.. latest.SkipWhile(e => e.Sequence > head).Take(Kept)];
    }

    private sealed record Read(long Position, IReadOnlyList<DirectoryEvent> Latest);
}
