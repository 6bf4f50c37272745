using Hub.Notices;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;

namespace Hub.Delivery.Questions;

/// <summary>Asks a State's mission and ministries, by mail, whether they stand by a notice that waits for their word (V01).</summary>
public sealed class OfficeQuestions(RecipientDirectory recipients, IOutbox outbox)
{
    // Counted from the day on which the notice began to wait.
    private static readonly int[] Days = [0, 14, 42];

    /// <summary>Asks where one of its days has come; for when they are asked by now, and when they are to be asked again.</summary>
    internal async Task<(DateTimeOffset? Asked, DateTimeOffset? Next)> Ask(Notice notice, DateTimeOffset now, CancellationToken cancel)
    {
        if (!notice.AwaitsOffice() || notice.AsksSince is not { } since)
            return (notice.OfficesAsked, null);
        var times = Days.Select(d => since.AddDays(d)).ToList();
        var time = times.Last(t => t <= now);
        if (!(notice.OfficesAsked >= time))
            await outbox.Add(
                [
                    .. (await recipients.List(cancel)).Where(r => r.MayConfirm(notice))
                        .Select(r => OutboxMails.HeldNotice(r.Id, notice.Id, time, now)),
                ],
                cancel);
        return (time, times.Select(t => (DateTimeOffset?)t).FirstOrDefault(t => t > now));
    }
}
