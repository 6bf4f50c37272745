using System.Text.Json.Serialization;
using Hub.Work.Runner;

namespace Hub.Notices.Outbox;

/// <summary>When a mailbox sent its last mails, for its pace and its quota: one for all kinds of mail.</summary>
/// <param name="Mailbox">The mailbox.</param>
public sealed record MailboxPace(string Mailbox)
{
    /// <summary>When the last mails went.</summary>
    public IReadOnlyList<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>When those went that nobody waited for.</summary>
    public IReadOnlyList<DateTimeOffset> NotAwaited { get; init; } = [];

    /// <summary>How many went in which hour.</summary>
    public IReadOnlyList<SentHour> SentHours { get; init; } = [];

    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>
    /// When the next mail of a kind may go; null for now. One place of each period is kept for what somebody waits for: a reply takes that
    /// one, and none of an edition's.
    /// </summary>
    public DateTimeOffset? NextAllowed(OutboxKind kind, MailSettings settings, DateTimeOffset now)
    {
        var all = settings.Pace.NextAllowed(Sent, now);
        var others = kind.IsAwaited() ? null : settings.Pace.ButOne().NextAllowed(NotAwaited, now);
        return (all > others ? all : others ?? all) ?? settings.Quota.NextAllowed(SentHours, now);
    }

    /// <summary>The same after one mail more.</summary>
    public MailboxPace Plus(OutboxKind kind, MailSettings settings, DateTimeOffset now)
    {
        var others = settings.Pace.Recent(NotAwaited, now);
        return this with
        {
            Sent = [.. settings.Pace.Recent(Sent, now), now], NotAwaited = kind.IsAwaited() ? others : [.. others, now],
            SentHours = settings.Quota.Plus(SentHours, now),
        };
    }
}
