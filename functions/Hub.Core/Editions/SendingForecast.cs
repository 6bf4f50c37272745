namespace Hub.Core.Editions;

/// <summary>What Exchange Online lets a mailbox send, and how long a message takes.</summary>
/// <param name="MessagesAMinute">Messages a minute.</param>
/// <param name="RecipientsADay">Recipients in any 24 hours.</param>
/// <param name="RequestsAtOnce">Requests under way at the same time.</param>
/// <param name="BytesAWindow">Bytes uploaded in a window.</param>
/// <param name="Window">That window.</param>
/// <param name="PerMessage">How long the requests of one message take together.</param>
public sealed record SendingLimits(
    int MessagesAMinute, int RecipientsADay, int RequestsAtOnce, long BytesAWindow, TimeSpan Window, TimeSpan PerMessage)
{
    /// <summary>Exchange Online's limits, and three seconds for making and sending a message.</summary>
    public static SendingLimits Exchange { get; } = new(30, 10_000, 4, 150_000_000, TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(3));
}

/// <summary>Which limit decides how long it takes.</summary>
public enum SendingBound
{
    /// <summary>Messages a minute.</summary>
    MessagesAMinute,

    /// <summary>Requests at once.</summary>
    RequestsAtOnce,

    /// <summary>Bytes in a window.</summary>
    Bytes,

    /// <summary>Recipients a day.</summary>
    RecipientsADay,
}

/// <summary>How long it takes to send one mail to each of many readers.</summary>
/// <param name="Mails">How many mails.</param>
/// <param name="Bytes">How many bytes in all.</param>
/// <param name="Mailboxes">From how many mailboxes, each taking an equal share.</param>
/// <param name="Start">When the first goes.</param>
/// <param name="Finish">When the last has gone.</param>
/// <param name="Bound">What decides it.</param>
public sealed record SendingForecast(long Mails, long Bytes, int Mailboxes, DateTimeOffset Start, DateTimeOffset Finish, SendingBound Bound)
{
    /// <summary>The forecast at known limits: a pure function.</summary>
    public static SendingForecast Of(long mails, long bytesAMail, int mailboxes, DateTimeOffset start, SendingLimits limits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mailboxes, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(mails);
        var share = (mails + mailboxes - 1) / mailboxes;
        var (pace, bound) = Slowest(bytesAMail, limits);
        var wholeDays = Math.Max(0, (share - 1) / limits.RecipientsADay);
        // A day whose quota takes longer than a day to send is bound by the pace, not by the quota.
        var byPace = pace * share;
        var byQuota = TimeSpan.FromDays(wholeDays) + pace * (share - wholeDays * limits.RecipientsADay);
        return byQuota > byPace
            ? new(mails, mails * bytesAMail, mailboxes, start, start + byQuota, SendingBound.RecipientsADay)
            : new(mails, mails * bytesAMail, mailboxes, start, start + byPace, bound);
    }

    private static (TimeSpan PerMail, SendingBound Bound) Slowest(long bytesAMail, SendingLimits limits) => new[]
    {
        (TimeSpan.FromMinutes(1) / limits.MessagesAMinute, SendingBound.MessagesAMinute),
        (limits.PerMessage / limits.RequestsAtOnce, SendingBound.RequestsAtOnce),
        (limits.Window * ((double)bytesAMail / limits.BytesAWindow), SendingBound.Bytes),
    }.MaxBy(p => p.Item1);
}
