namespace Hub.Notices.Recipients;

/// <summary>When digests go: daily ones at an hour, UTC, weekly ones at that hour of a Monday.</summary>
/// <param name="Day">The length of a day: 24 hours in earnest.</param>
/// <param name="Hour">The hour, from the beginning of a day.</param>
public sealed record DigestTimes(TimeSpan Day, TimeSpan Hour)
{
    /// <summary>At 6 in the morning, UTC.</summary>
    public static DigestTimes Morning { get; } = new(TimeSpan.FromDays(1), TimeSpan.FromHours(6));

    /// <summary>The same on a clock that runs faster, for demonstrations and tests.</summary>
    public DigestTimes Faster(double times) => new(Day / times, Hour / times);

    /// <summary>When the next digest of a cadence goes.</summary>
    public DateTimeOffset Next(Cadence cadence, DateTimeOffset now)
    {
        // The first day of the calendar was a Monday.
        var period = cadence switch
        {
            Cadence.AtOnce => throw new ArgumentOutOfRangeException(nameof(cadence), cadence, "Not a digest."),
            Cadence.Daily => Day.Ticks,
            Cadence.Weekly => 7 * Day.Ticks,
        };
        var passed = (now.UtcTicks - Hour.Ticks) / period;
        return new((passed + 1) * period + Hour.Ticks, TimeSpan.Zero);
    }
}
