namespace Hub.Broker.Queues;

/// <summary>Rings when the next thing is due, and is quiet while nothing is.</summary>
internal sealed class Alarm
{
    // Timers take no longer spans; who is woken too early only looks and waits on.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private DateTimeOffset _due = DateTimeOffset.MaxValue;

    public Alarm(TimeProvider time, Lock gate, Action ring)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Ring(gate, ring), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Sets it, unless it rings before that anyway; to be called under the gate.</summary>
    public void Set(DateTimeOffset due)
    {
        if (due >= _due)
            return;
        _due = due;
        // A timer counts whole milliseconds: rounded down, it would ring before the time.
        var wait = due - _time.GetUtcNow() + TimeSpan.FromMilliseconds(1);
        _timer.Change(TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)), Timeout.InfiniteTimeSpan);
    }

    private void Ring(Lock gate, Action ring)
    {
        lock (gate)
        {
            _due = DateTimeOffset.MaxValue;
            ring();
        }
    }
}
