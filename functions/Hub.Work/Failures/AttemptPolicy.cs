namespace Hub.Work.Failures;

/// <summary>
/// When work is begun again that did not end: each attempt is counted, and the next one put off, before it begins. A process may end for a
/// reason of its own three times in a row. So a person is told after the third time, and the work is tried again at ever longer intervals
/// before it is left to that person (I1, I11).
/// </summary>
/// <param name="Speed">How many times faster than in earnest the intervals pass (development).</param>
public sealed record AttemptPolicy(double Speed = 1)
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    /// <summary>How often work is begun before it is left to a person.</summary>
    public static int Most => Waits.Length + 1;

    /// <summary>
    /// How long the next attempt waits where this one, counted from 1, does not end; not at all after the last, when it is given up.
    /// </summary>
    public TimeSpan WaitAfter(int attempt) => attempt < Most ? Waits[Math.Max(attempt, 1) - 1] / Speed : TimeSpan.Zero;
}
