namespace Hub.Functions.Setup;

/// <summary>
/// Another clock, put forward or back: a year of a register, or a machine whose clock is wrong, can be tried today (development).
/// </summary>
internal sealed class AheadTime : TimeProvider
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _ahead;

    private AheadTime(TimeProvider clock, TimeSpan ahead) => (_clock, _ahead) = (clock, ahead);

    /// <summary>A clock that is so far ahead of another; the other where it is not.</summary>
    public static TimeProvider By(TimeSpan ahead, TimeProvider clock) => ahead == TimeSpan.Zero ? clock : new AheadTime(clock, ahead);

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow() + _ahead;
}
