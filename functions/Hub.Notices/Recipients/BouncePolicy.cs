namespace Hub.Notices.Recipients;

/// <summary>What bounces mean for an address (V26): one lasting failure is enough, passing ones count when they come again.</summary>
public static class BouncePolicy
{
    /// <summary>So many mails that failed for a passing reason make an address as bad as one that does not exist.</summary>
    public const int PassingFailures = 3;

    /// <summary>So many bounces are kept of an address.</summary>
    internal const int MostKept = 20;

    /// <summary>How long a passing failure counts.</summary>
    public static TimeSpan Memory { get; } = TimeSpan.FromDays(90);

    /// <summary>
    /// Why somebody has to look at an address; null where nobody has to. Anybody can write a report, so this alone stops no mail.
    /// </summary>
    public static BounceCause? Concern(AddressHistory history, DateTimeOffset now) => Worst(history.Bounces, now);

    /// <summary>
    /// Why no mail goes to an address any more; null where mails go. Only reports count that prove to be about the hub's own mails, and
    /// that are about the mailbox itself: one dead member of a group is for somebody to look at, and the others go on reading.
    /// </summary>
    public static BounceCause? Stop(AddressHistory history, DateTimeOffset now) =>
        Worst([.. history.Bounces.Where(b => b is { IsProven: true, IsBehind: false })], now);

    private static BounceCause? Worst(IReadOnlyList<Bounce> bounces, DateTimeOffset now)
    {
        if (bounces.Select(b => b.Cause()).LastOrDefault(c => c.IsLasting) is { } lasting)
            return lasting;
        var passing = bounces.Where(b => b.At > now - Memory).ToList();
        return passing.Count >= PassingFailures ? passing[^1].Cause() : null;
    }
}
