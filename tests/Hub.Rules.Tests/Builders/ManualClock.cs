using Microsoft.Extensions.Time.Testing;

namespace Hub.Rules.Tests.Builders;

/// <summary>A clock that moves when a test says so, and on which whoever waits has waited at once.</summary>
internal sealed class ManualClock(DateTimeOffset? start = null) : FakeTimeProvider(start ?? Sample.Now)
{
    public DateTimeOffset Now
    {
        get => GetUtcNow();
        set => SetUtcNow(value);
    }

    /// <summary>What happens while somebody waits.</summary>
    public Action Waited { get; set; } = () => { };

    /// <summary>How often what ticks does so, by the real clock: it waits for nothing, so it does not move this one.</summary>
    public TimeSpan Ticks { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often what ticks asked to.</summary>
    public TimeSpan? Period { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan)
        {
            Period = period;
            return System.CreateTimer(callback, state, Ticks, Ticks);
        }
        Advance(dueTime);
        Waited();
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
