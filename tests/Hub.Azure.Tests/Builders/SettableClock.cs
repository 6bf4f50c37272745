namespace Hub.Azure.Tests.Builders;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Sample.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}
