using System.Collections.Concurrent;

namespace Hub.Work.Failures;

/// <summary>
/// Has work with which a process ended done one piece at a time of each queue: of all that was under way one piece at most is the reason,
/// and none is to be blamed again for its neighbour, or for a process that is ended for a reason of its own.
/// </summary>
public sealed class Suspects
{
    // A message is the waiter's for five minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new();

    /// <summary>
    /// Waits until no other suspect of a queue is under way in this process; disposed of, it lets the next one begin. Null where that takes
    /// too long: the next sweep wakes the same work.
    /// </summary>
    public async Task<IDisposable?> Turn(string queue, CancellationToken cancel)
    {
        var turn = _turns.GetOrAdd(queue, _ => new(1));
        return await turn.WaitAsync(Patience, cancel) ? new Held(turn) : null;
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
