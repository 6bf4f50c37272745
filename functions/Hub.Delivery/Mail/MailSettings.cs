using Hub.Work.Runner;

namespace Hub.Delivery.Mail;

/// <summary>Settings of the mail.</summary>
/// <param name="Pace">How fast a mailbox may send.</param>
/// <param name="Quota">How much it may send in a day.</param>
/// <param name="Retries">When to try again.</param>
/// <param name="RoundDistance">
/// The least time from one round's beginning to the next one's, so that a busy day is a few mails a reader.
/// </param>
/// <param name="Digests">When digests go.</param>
public sealed record MailSettings(SendingPace Pace, SendingQuota Quota, RetryPolicy Retries, TimeSpan RoundDistance, DigestTimes Digests)
{
    /// <summary>After this time no report comes any more: Exchange Online tries for a day, others for two.</summary>
    public TimeSpan ReportsWithin { get; init; } = TimeSpan.FromHours(48);
}
