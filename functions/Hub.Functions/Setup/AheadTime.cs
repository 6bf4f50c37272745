namespace Hub.Functions.Setup;

/// <summary>The machine's clock, put forward: what happens to a register in a year can be seen today (development).</summary>
internal sealed class AheadTime : TimeProvider
{
    private readonly TimeSpan _ahead;

    private AheadTime(TimeSpan ahead) => _ahead = ahead;

    /// <summary>A clock that is so far ahead; the machine's own where it is not.</summary>
    public static TimeProvider By(TimeSpan ahead) => ahead == TimeSpan.Zero ? System : new AheadTime(ahead);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
