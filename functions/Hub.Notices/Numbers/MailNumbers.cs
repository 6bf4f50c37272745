using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Notices.Numbers;

/// <summary>The mails of a month to missions and authorities.</summary>
/// <param name="Month">The month.</param>
/// <param name="Sent">How many were sent.</param>
/// <param name="Bounced">How many came back, whenever they had been sent.</param>
public sealed record MonthOfMails(Month Month, int Sent, int Bounced) : IPublic;

/// <summary>Numbers about mails: pure functions of what is kept of deliveries.</summary>
public static class MailNumbers
{
    /// <summary>How many mails were sent and how many came back, month by month.</summary>
    public static IReadOnlyList<MonthOfMails> Of(IReadOnlyCollection<Attempt> attempts, MonthSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        var sent = First(attempts.Where(a => a is { Report: null, Outcome: Attempt.Delivered }));
        var bounced = First(attempts.Where(a => a.Report is { Kind: ReportKind.Failed }));
        return [.. span.Months.Select(m => new MonthOfMails(m, sent[m].Count(), bounced[m].Count()))];
    }

    // Each mail once, however many attempts and reports there are of it.
    private static ILookup<Month, string> First(IEnumerable<Attempt> attempts) =>
        attempts.GroupBy(a => a.Id).ToLookup(a => Month.Of(a.Min(x => x.At)), a => a.Key);
}
