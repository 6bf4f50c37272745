namespace Hub.Core.Tests.Builders;

/// <summary>A clock that moves when a test says so.</summary>
internal sealed class ManualClock(DateTimeOffset? start = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = start ?? Sample.Now;

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Now += by;
}
