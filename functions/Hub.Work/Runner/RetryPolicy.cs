namespace Hub.Work.Runner;

/// <summary>What is to be done about a failure.</summary>
public abstract record RetryDecision
{
    /// <summary>Try again at a time.</summary>
    public sealed record RetryAt(DateTimeOffset At) : RetryDecision;

    /// <summary>Stop until somebody sets it going again.</summary>
    public sealed record Disable(string Reason) : RetryDecision;
}

/// <summary>
/// When to try again: the ladder is the policy. A pure function of the attempts, the failure, the time and the jitter handed in. After the
/// last rung, tries go on at its distance until the patience is over.
/// </summary>
/// <param name="Ladder">The wait after the first failure, the second, and so on.</param>
/// <param name="Jitter">The part of a wait, up or down, that chance decides.</param>
/// <param name="AfterOverload">The least wait where the receiver is overloaded.</param>
/// <param name="LongestRetryAfter">The most that is granted where the receiver asks for a wait.</param>
/// <param name="Patience">How long all tries may fail before the cursor is disabled; null for ever.</param>
public sealed record RetryPolicy(
    IReadOnlyList<TimeSpan> Ladder, double Jitter, TimeSpan AfterOverload, TimeSpan LongestRetryAfter, TimeSpan? Patience)
{
    /// <summary>
    /// For webhooks: a try at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, 24 h; disabled after five days.
    /// </summary>
    public static RetryPolicy Webhooks { get; } = new(
        [
            TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
            TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
        ],
        Jitter: 0.1, AfterOverload: TimeSpan.FromMinutes(1), LongestRetryAfter: TimeSpan.FromHours(10), Patience: TimeSpan.FromDays(5));

    /// <summary>For the hub's own services, mailbox and storage: soon, and for ever.</summary>
    public static RetryPolicy OwnServices { get; } = new(
        [
            TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(5),
        ],
        Jitter: 0.1, AfterOverload: TimeSpan.FromSeconds(1), LongestRetryAfter: TimeSpan.FromHours(1), Patience: null);

    /// <summary>The same policy on a clock that runs faster, for demonstrations and tests.</summary>
    public RetryPolicy Faster(double times) => new(
        [.. Ladder.Select(rung => rung / times)], Jitter, AfterOverload / times, LongestRetryAfter / times, Patience / times);

    /// <summary>The decision.</summary>
    /// <param name="attempts">Failures so far, this one included.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="failingSince">When the first of them was.</param>
    /// <param name="now">Now.</param>
    /// <param name="chance">A number from 0 up to 1 for the jitter.</param>
    public RetryDecision Decide(int attempts, Step.Failed failure, DateTimeOffset failingSince, DateTimeOffset now, double chance)
    {
        if (failure.Kind == Failure.Gone)
            return new RetryDecision.Disable("nothing more is sent");
        if (now - failingSince >= Patience)
            return new RetryDecision.Disable($"every try has failed since {failingSince:u}");
        var rung = Ladder[Math.Clamp(attempts - 1, 0, Ladder.Count - 1)] * (1 + Jitter * (2 * chance - 1));
        var least = failure.Kind switch
        {
            Failure.Overloaded => AfterOverload,
            Failure.Transient or Failure.Refused or Failure.Gone => TimeSpan.Zero,
        };
        var asked = failure.RetryAfter is { } wait ? TimeSpan.FromTicks(Math.Min(wait.Ticks, LongestRetryAfter.Ticks)) : TimeSpan.Zero;
        return new RetryDecision.RetryAt(now + new[] { rung, least, asked }.Max());
    }
}
