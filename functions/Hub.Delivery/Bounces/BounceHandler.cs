using Hub.Delivery.Outbox;
using Hub.Notices.Recipients;
using Hub.Work.Runner;

namespace Hub.Delivery.Bounces;

/// <summary>What became of a report.</summary>
public abstract record ReportOutcome
{
    /// <summary>It is about a mail to a recipient, and stands beside it now.</summary>
    /// <param name="Recipient">The recipient's id.</param>
    /// <param name="MailId">The mail's id.</param>
    /// <param name="Kind">What it says.</param>
    /// <param name="Words">The same in words, without any address.</param>
    public sealed record Tied(string Recipient, string MailId, ReportKind Kind, string Words) : ReportOutcome;

    /// <summary>No mail of the hub's is known that it is about.</summary>
    public sealed record Untied : ReportOutcome;
}

/// <summary>Ties reports to the mails that they are about. The same report recorded twice changes nothing.</summary>
public sealed class BounceHandler(RecipientDirectory recipients, IDeliveryLog log, BouncingAddresses book, TimeProvider clock)
    : IDeliveryReports
{
    private const int MailsLookedThrough = 300;

    /// <inheritdoc/>
    Task IDeliveryReports.Record(DeliveryReport report, CancellationToken cancel) => Record(report, cancel);

    /// <summary>
    /// Records a report with the mail that it is about, and with the recipient's address where that mail was not delivered.
    /// </summary>
    public async Task<ReportOutcome> Record(DeliveryReport report, CancellationToken cancel)
    {
        foreach (var recipient in Concerned(report, await recipients.List(cancel)))
        {
            var attempts = await log.List(MailChannel.ChannelName, recipient.Id, MailsLookedThrough, null, cancel);
            if (Mail(report, attempts) is { } mail)
                return await Record(report, recipient, mail, attempts.Any(a => a.Report?.Id == report.Id), cancel);
        }
        return new ReportOutcome.Untied();
    }

    private async Task<ReportOutcome> Record(
        DeliveryReport report,
        Recipient recipient,
        Attempt mail,
        bool isKnown,
        CancellationToken cancel)
    {
        var bounce = new Bounce(mail.Id, report.Status, IsProven(report, mail), clock.GetUtcNow())
        {
            IsBehind = report.IsBehind(recipient.Address),
        };
        // The mailbox took it, and passed it on.
        var (kind, words) = (bounce.IsBehind ? ReportKind.Arrived : report.Kind, Words(report, bounce));
        var outcome = new ReportOutcome.Tied(recipient.Id, mail.Id, kind, words);
        if (isKnown)
            return outcome;
        // The address first: a crash in between leaves the report to be recorded again.
        if (report.Kind == ReportKind.Failed)
            await book.Add(recipient, bounce, cancel);
        await log.Add(
            new(MailChannel.ChannelName, recipient.Id, mail.Id, mail.Sequence, bounce.At, words, 0) { Report = new(report.Id, kind) },
            cancel);
        return outcome;
    }

    // By the id that came back, or else by the address: a mission and an authority may share one.
    private static IEnumerable<Recipient> Concerned(DeliveryReport report, IReadOnlyList<Recipient> recipients) => report.MailId is { } id
        ? recipients.Where(r => id.StartsWith($"{r.Id}:", StringComparison.Ordinal)).OrderByDescending(r => r.Id.Length)
        : recipients.Where(r => r.Address.Equals(report.Address, StringComparison.OrdinalIgnoreCase));

    private static Attempt? Mail(DeliveryReport report, IReadOnlyList<Attempt> attempts)
    {
        var sent = attempts.Where(a => a is { Outcome: Attempt.Delivered, Report: null }).ToList();
        return sent.Find(a => IsProven(report, a)) ?? (report.MailId is { } id ? sent.Find(a => a.Id == id) : sent.FirstOrDefault());
    }

    private static bool IsProven(DeliveryReport report, Attempt mail) => mail.MessageId is { } id && report.References.Contains(id);

    private static string Words(DeliveryReport report, Bounce bounce) => report.Kind switch
    {
        ReportKind.Failed => bounce.Cause().ToString(),
        ReportKind.Delayed => "it is not delivered yet",
        ReportKind.Arrived => "it arrived",
        ReportKind.AutoReply => "the mailbox answered automatically",
    };
}
