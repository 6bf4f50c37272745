namespace Hub.Simulators.Control;

/// <summary>A quantity limited over any stretch of time of one length.</summary>
public sealed class SlidingWindow(TimeProvider time)
{
    private readonly Queue<(DateTimeOffset At, long Amount)> _taken = new();

    /// <summary>How much is in the window now.</summary>
    public long Sum { get; private set; }

    /// <summary>The most that was ever in the window.</summary>
    public long Most { get; private set; }

    /// <summary>Zero when the amount fits; otherwise how long to wait until it does.</summary>
    public TimeSpan Wait(long amount, long limit, TimeSpan window)
    {
        var now = time.GetUtcNow();
        while (_taken.TryPeek(out var first) && first.At + window <= now)
            Sum -= _taken.Dequeue().Amount;
        var over = Sum + amount - limit;
        foreach (var (at, taken) in _taken)
        {
            if (over <= 0)
                break;
            over -= taken;
            if (over <= 0)
                return at + window - now;
        }
        return over <= 0 ? TimeSpan.Zero : window;
    }

    public void Take(long amount)
    {
        _taken.Enqueue((time.GetUtcNow(), amount));
        Sum += amount;
        Most = Math.Max(Most, Sum);
    }
}
