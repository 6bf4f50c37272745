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

    /// <summary>When those went with which somebody signs in: strangers can ask for them.</summary>
    public IReadOnlyList<DateTimeOffset> SignIns { get; init; } = [];

    /// <summary>How many went in which hour.</summary>
    public IReadOnlyList<SentHour> SentHours { get; init; } = [];

    /// <summary>How many of those with which somebody signs in went in which hour.</summary>
    public IReadOnlyList<SentHour> SignInHours { get; init; } = [];

    /// <summary>The store's mark of this version, for optimistic concurrency; null before the first.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>
    /// When the next mail of a kind may go; null for now. One place of each period is kept for what somebody waits for: a reply takes that
    /// one, and none of an edition's. What strangers can ask for takes half of the places of a period at most, and a tenth of a day's.
    /// </summary>
    public DateTimeOffset? NextAllowed(OutboxKind kind, MailSettings settings, DateTimeOffset now)
    {
        DateTimeOffset?[] paces =
        [
            settings.Pace.NextAllowed(Sent, now), kind.IsAwaited() ? null : settings.Pace.ButOne().NextAllowed(NotAwaited, now),
            kind == OutboxKind.SignIn ? settings.Pace.Part(2).NextAllowed(SignIns, now) : null,
        ];
        return paces.Max() ?? settings.Quota.NextAllowed(SentHours, now)
            ?? (kind == OutboxKind.SignIn ? settings.Quota.Part(10).NextAllowed(SignInHours, now) : null);
    }

    /// <summary>The same after one mail more.</summary>
    public MailboxPace Plus(OutboxKind kind, MailSettings settings, DateTimeOffset now)
    {
        var (others, signIns) = (settings.Pace.Recent(NotAwaited, now), settings.Pace.Recent(SignIns, now));
        var isSignIn = kind == OutboxKind.SignIn;
        return this with
        {
            Sent = [.. settings.Pace.Recent(Sent, now), now], NotAwaited = kind.IsAwaited() ? others : [.. others, now],
            SignIns = isSignIn ? [.. signIns, now] : signIns, SentHours = settings.Quota.Plus(SentHours, now),
            SignInHours = isSignIn ? settings.Quota.Plus(SignInHours, now) : SignInHours,
        };
    }
}
