using Hub.Notices.Recipients;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Notices.Outbox;

/// <summary>Settings of the mail.</summary>
/// <param name="Pace">How fast a mailbox may send.</param>
/// <param name="Quota">How much it may send in a day.</param>
/// <param name="Retries">When to try again.</param>
/// <param name="RoundDistance">
/// The least time from one mail of changes to the next one to the same recipient, so that a busy day is a few mails.
/// </param>
/// <param name="Digests">When digests go.</param>
public sealed record MailSettings(SendingPace Pace, SendingQuota Quota, RetryPolicy Retries, TimeSpan RoundDistance, DigestTimes Digests)
{
    /// <summary>After this time no report comes any more: Exchange Online tries for a day, others for two.</summary>
    public TimeSpan ReportsWithin { get; init; } = TimeSpan.FromHours(48);

    /// <summary>A minute on the hub's clock.</summary>
    public TimeSpan Minute { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>When a mail is begun again with which the process ended.</summary>
    public AttemptPolicy Attempts { get; init; } = new();

    /// <summary>What is due so soon is waited for (<see cref="CursorRunner.ShortWait"/>).</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>A run looks so often for mails that came in meanwhile: a reply goes next, in the middle of an edition too.</summary>
    public TimeSpan LookAgain => Minute / 12;
}
