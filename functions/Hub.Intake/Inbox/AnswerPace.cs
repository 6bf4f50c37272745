using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>The pace of one mailbox's answers, during a run that sends several at a time.</summary>
/// <param name="pace">How fast it may send.</param>
/// <param name="sent">When the last ones went.</param>
/// <param name="clock">The time.</param>
public sealed class AnswerPace(SendingPace pace, IReadOnlyList<DateTimeOffset> sent, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<DateTimeOffset> _sent = sent;

    /// <summary>When the last ones went.</summary>
    public IReadOnlyList<DateTimeOffset> Sent
    {
        get
        {
            lock (_lock)
                return _sent;
        }
    }

    /// <summary>When the next may go; null for now.</summary>
    public DateTimeOffset? NextAllowed
    {
        get
        {
            lock (_lock)
                return pace.NextAllowed(_sent, clock.GetUtcNow());
        }
    }

    /// <summary>Takes a place for one; false where there is none.</summary>
    public bool Take()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (pace.NextAllowed(_sent, now) is not null)
                return false;
            _sent = [.. pace.Recent(_sent, now), now];
            return true;
        }
    }
}
