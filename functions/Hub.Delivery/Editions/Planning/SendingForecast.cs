using Hub.Work.Runner;

namespace Hub.Delivery.Editions.Planning;

/// <summary>What Exchange Online lets a mailbox send, and how long a message takes.</summary>
/// <param name="Pace">Messages in any minute.</param>
/// <param name="Quota">Recipients in any day.</param>
/// <param name="RequestsAtOnce">Requests of the app under way at the same time, over all mailboxes.</param>
/// <param name="BytesAWindow">Bytes uploaded in a window.</param>
/// <param name="Window">That window.</param>
/// <param name="PerMessage">How long the requests of one message take together.</param>
public sealed record SendingLimits(
    SendingPace Pace, SendingQuota Quota, int RequestsAtOnce, long BytesAWindow, TimeSpan Window, TimeSpan PerMessage)
{
    /// <summary>Exchange Online's limits, and a second for making and sending a message.</summary>
    public static SendingLimits Exchange { get; } =
        new(SendingPace.Exchange, SendingQuota.Exchange, 4, 150_000_000, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(1));

    /// <summary>The same on a clock that runs faster, with the pace and quota that the mail has there.</summary>
    public SendingLimits Faster(double times, SendingPace pace, SendingQuota quota) =>
        this with { Pace = pace, Quota = quota, Window = Window / times, PerMessage = PerMessage / times };
}

/// <summary>Which limit decides how long it takes.</summary>
public enum SendingBound
{
    /// <summary>Messages a minute.</summary>
    MessagesAMinute,

    /// <summary>Requests at once: a mailbox sends one message after the other.</summary>
    RequestsAtOnce,

    /// <summary>Bytes in a window.</summary>
    Bytes,

    /// <summary>Recipients a day.</summary>
    RecipientsADay,
}

/// <summary>What a mailbox has to send, and what it has sent already.</summary>
/// <param name="Mails">How many mails.</param>
/// <param name="NotBefore">When its next round may begin, UTC; null for at once.</param>
/// <param name="Sent">When its last mails went that nobody waited for.</param>
/// <param name="SentHours">How many went in which hour.</param>
public sealed record MailboxLoad(
    int Mails, DateTimeOffset? NotBefore, IReadOnlyList<DateTimeOffset> Sent, IReadOnlyList<SentHour> SentHours)
{
    /// <summary>A mailbox that has sent nothing yet.</summary>
    public static MailboxLoad Fresh(int mails) => new(mails, null, [], []);
}

/// <summary>How long it takes to send one mail to each of many recipients.</summary>
/// <param name="Mails">How many mails.</param>
/// <param name="Bytes">How many bytes in all.</param>
/// <param name="Mailboxes">From how many mailboxes, at the same time.</param>
/// <param name="Start">When the first goes.</param>
/// <param name="Finish">When the last has gone.</param>
/// <param name="Bound">What decides it.</param>
public sealed record SendingForecast(long Mails, long Bytes, int Mailboxes, DateTimeOffset Start, DateTimeOffset Finish, SendingBound Bound)
{
    /// <summary>
    /// The forecast: each mailbox's mails one after the other, by the same rules of pace and quota that send them. A pure function.
    /// </summary>
    public static SendingForecast Of(IReadOnlyList<MailboxLoad> mailboxes, long bytesAMail, DateTimeOffset start, SendingLimits limits)
    {
        ArgumentOutOfRangeException.ThrowIfZero(mailboxes.Count);
        var perMessage = limits.PerMessage * Math.Max(1, (double)mailboxes.Count / limits.RequestsAtOnce);
        var (finish, bound) = mailboxes.Select(m => Send(m, bytesAMail, start, limits, perMessage)).MaxBy(s => s.Finish);
        var mails = mailboxes.Sum(m => (long)m.Mails);
        return new(mails, mails * bytesAMail, mailboxes.Count, start, finish, bound);
    }

    private static (DateTimeOffset Finish, SendingBound Bound) Send(
        MailboxLoad load, long bytesAMail, DateTimeOffset start, SendingLimits limits, TimeSpan perMessage)
    {
        var waited = new Dictionary<SendingBound, TimeSpan> { [SendingBound.MessagesAMinute] = default };
        var (now, sent, hours) = (load.NotBefore > start ? load.NotBefore.Value : start, load.Sent, load.SentHours);
        var begun = now;
        for (var mail = 0; mail < load.Mails; mail++)
        {
            var (from, next) = (now, now);
            Until(limits.Pace.NextAllowed(sent, now), SendingBound.MessagesAMinute);
            Until(limits.Quota.NextAllowed(hours, now), SendingBound.RecipientsADay);
            Until(begun + limits.Window * ((double)mail * bytesAMail / limits.BytesAWindow), SendingBound.Bytes);
            (sent, hours) = ([.. limits.Pace.Recent(sent, next), next], limits.Quota.Plus(hours, next));
            now = next + perMessage;

            void Until(DateTimeOffset? allowed, SendingBound bound)
            {
                if (!(allowed > next))
                    return;
                next = allowed.Value;
                waited[bound] = waited.GetValueOrDefault(bound) + (next - from);
            }
        }
        var (bound, longest) = waited.MaxBy(w => w.Value);
        return (now, load.Mails > 0 && longest == default ? SendingBound.RequestsAtOnce : bound);
    }
}
