namespace Hub.Work.Runner;

/// <summary>How many recipients a mailbox may write to in any day, counted by the hour (Exchange Online: 10,000).</summary>
/// <param name="Recipients">The number.</param>
/// <param name="Day">The day: 24 hours in earnest.</param>
public sealed record SendingQuota(int Recipients, TimeSpan Day)
{
    private const int Hours = 24;

    /// <summary>Exchange Online's limit.</summary>
    public static SendingQuota Exchange { get; } = new(10_000, TimeSpan.FromDays(1));

    private TimeSpan Hour => Day / Hours;

    /// <summary>A part of it, for what may not take all: one recipient at least.</summary>
    public SendingQuota Part(int of) => this with { Recipients = Math.Max(1, Recipients / of) };

    /// <summary>When the next mail may go, given what went; null for now.</summary>
    public DateTimeOffset? NextAllowed(IReadOnlyList<SentHour> sent, DateTimeOffset now)
    {
        var recent = Recent(sent, now);
        var left = recent.Sum(h => h.Recipients);
        DateTimeOffset? next = null;
        foreach (var hour in recent.TakeWhile(_ => left >= Recipients))
            (left, next) = (left - hour.Recipients, End(hour));
        return next;
    }

    /// <summary>What counts after one more recipient.</summary>
    public IReadOnlyList<SentHour> Plus(IReadOnlyList<SentHour> sent, DateTimeOffset now)
    {
        var (from, recent) = (new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Hour.Ticks), TimeSpan.Zero), Recent(sent, now));
        return recent.Count > 0 && recent[^1].From == from
            ? [.. recent.SkipLast(1), recent[^1] with { Recipients = recent[^1].Recipients + 1 }]
            : [.. recent, new(from, 1)];
    }

    private List<SentHour> Recent(IReadOnlyList<SentHour> sent, DateTimeOffset now) => [.. sent.Where(h => End(h) > now)];

    // An hour counts until its last second is a day ago.
    private DateTimeOffset End(SentHour hour) => hour.From + Hour + Day;
}

/// <summary>How many recipients a mailbox wrote to in an hour.</summary>
/// <param name="From">Its beginning, UTC.</param>
/// <param name="Recipients">The number.</param>
public sealed record SentHour(DateTimeOffset From, int Recipients);
