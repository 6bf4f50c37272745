namespace Hub.Work.Runner;

/// <summary>How fast a mailbox may send: a number of messages in any period (Exchange Online: 30 a minute).</summary>
/// <param name="Messages">The number.</param>
/// <param name="Period">The period.</param>
public sealed record SendingPace(int Messages, TimeSpan Period)
{
    /// <summary>Exchange Online's limit.</summary>
    public static SendingPace Exchange { get; } = new(30, TimeSpan.FromMinutes(1));

    /// <summary>The same, but for one message that is kept for what somebody waits for.</summary>
    public SendingPace ButOne() => this with { Messages = Math.Max(1, Messages - 1) };

    /// <summary>A part of it, for what may not take all: one message at least.</summary>
    public SendingPace Part(int of) => this with { Messages = Math.Max(1, Messages / of) };

    /// <summary>When the next message may go, given when the last ones went; null for now.</summary>
    public DateTimeOffset? NextAllowed(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        var recent = Recent(sent, now);
        return recent.Count < Messages ? null : recent[^Messages] + Period;
    }

    /// <summary>The sendings that still count.</summary>
    public IReadOnlyList<DateTimeOffset> Recent(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) =>
        [.. sent.Where(at => at > now - Period).Order()];
}
