using System.Net;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>Settings of the mail that comes in.</summary>
/// <param name="Inboxes">The mailboxes that are read.</param>
/// <param name="AuthservIds">The ids under which our own receiving servers write Authentication-Results (RFC 8601 §2.5).</param>
/// <param name="OwnHosts">The domains of our own receiving servers, as in Received headers.</param>
/// <param name="OwnAddresses">The hub's own mailboxes.</param>
/// <param name="Notifications">Where the mailbox tells of new mail.</param>
/// <param name="Retries">When to try again.</param>
/// <param name="Speed">How many times faster than in earnest waits run.</param>
public sealed record MailroomSettings(
    IReadOnlyList<string> Inboxes, IReadOnlyList<string> AuthservIds, IReadOnlyList<string> OwnHosts,
    IReadOnlyList<string> OwnAddresses, Uri Notifications,
    RetryPolicy Retries, double Speed)
{
    /// <summary>Whether a mailbox is read.</summary>
    public bool Reads(string mailbox) => Inboxes.Contains(mailbox, StringComparer.OrdinalIgnoreCase);

    /// <summary>The networks from which our own receiving servers hand mail on to each other, besides private ones.</summary>
    public IReadOnlyList<IPNetwork> OwnNetworks { get; init; } = [];

    /// <summary>When a mail is begun again with which the process ended.</summary>
    public AttemptPolicy Attempts => new(Speed);

    /// <summary>The mailbox is read at least this often, whether or not it tells of new mail.</summary>
    public TimeSpan ReadEvery => TimeSpan.FromMinutes(1) / Speed;

    /// <summary>An acknowledgement waits this long at most for its notices to be checked.</summary>
    public static TimeSpan CheckedWithin => TimeSpan.FromSeconds(30);

    /// <summary>A subscription is made for this long (Graph allows 4,230 minutes).</summary>
    public TimeSpan SubscribeFor => TimeSpan.FromHours(60) / Speed;

    /// <summary>It is renewed after this time, and at least twelve hours before it ends.</summary>
    public TimeSpan RenewAfter => TimeSpan.FromHours(47) / Speed;

    /// <summary>The day within which an address gets so many answers and one receipt.</summary>
    public TimeSpan Day => TimeSpan.FromDays(1) / Speed;

    /// <summary>The answers that an address gets a day.</summary>
    public const int AnswersADay = 50;
}
