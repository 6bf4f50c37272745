namespace Hub.Core.Tests.Builders;

/// <summary>A clock that moves when a test says so.</summary>
internal sealed class ManualClock(DateTimeOffset? start = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start ?? Sample.Now;

    /// <summary>What happens while somebody waits.</summary>
    public Action Waited { get; set; } = () => { };

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;

    /// <summary>Whoever waits on this clock has waited at once.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Now += dueTime;
        Waited();
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
