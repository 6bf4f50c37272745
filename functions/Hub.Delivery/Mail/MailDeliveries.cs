using Hub.Delivery.Outbox;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Delivery.Mail;

/// <summary>What became of a mail.</summary>
public enum MailStatus
{
    /// <summary>Its turn is still to come.</summary>
    Queued,

    /// <summary>The mailbox has sent it; it may still come back.</summary>
    Sent,

    /// <summary>It arrived: something said so, or nothing came back for as long as servers try.</summary>
    Accepted,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>It was not sent: the mailbox refused the address, or the address had bounced before.</summary>
    GivenUp,
}

/// <summary>What became of the mail that tells a recipient of an event. It names the recipient by its id, never by its address.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="State">Its State.</param>
/// <param name="Language">The language it reads.</param>
/// <param name="Status">What became of it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reason">Why it bounced or was given up, or what came back of it.</param>
public sealed record MailDelivery(
    string Recipient,
    StateCode State,
    Language Language,
    MailStatus Status,
    DateTimeOffset? At,
    string? Reason)
{
    /// <summary>Whether a person may want it sent again.</summary>
    public bool HasFailed() => Status is MailStatus.Bounced or MailStatus.GivenUp;
}

/// <summary>Follows the mails that tell of an event, recipient by recipient.</summary>
public sealed class MailDeliveries(
    RecipientDirectory recipients, IDeliveryLog log, ICursorStore cursors, IOutboxStore outbox, MailSettings settings, TimeProvider clock)
{
    /// <summary>The mails that tell of an event; once it is in the outbox, whoever is neither there nor was told gets none.</summary>
    public async Task<IReadOnlyList<MailDelivery>> Of(long sequence, CancellationToken cancel)
    {
        var told = (await log.Since(MailChannel.ChannelName, sequence, cancel))
            .Where(a => MailMessage.Covers(a.Id, sequence)).ToLookup(a => a.Name);
        // Before the rows are read: what is put in the outbox meanwhile is among them.
        var isThere = (await cursors.Find(MailChannel.ChannelName, MailChannel.CursorName, cancel))?.Position >= sequence;
        var waiting = (await outbox.Due(DateTimeOffset.MaxValue, null, cancel))
            .Where(m => m.ToldUpTo < sequence && sequence <= m.UpTo).ToLookup(m => m.Recipient);
        return
        [
            .. (await recipients.List(cancel)).Where(r => told.Contains(r.Id) || waiting.Contains(r.Id) || (!isThere && r.Since < sequence))
                .OrderBy(r => r.Id, StringComparer.Ordinal)
                .Select(r => waiting[r.Id].FirstOrDefault(m => m.Kind == OutboxKind.Resend) is { } again
                    ? Delivery(r, MailStatus.Queued, again.AskedAt, "asked for again")
                    : Delivery(r, [.. told[r.Id]])),
        ];
    }

    // The newest mail counts, with what came back of it.
    private MailDelivery Delivery(Recipient recipient, IReadOnlyList<Attempt> attempts)
    {
        if (attempts.Where(a => a.Report is null).MaxBy(a => a.At) is not { } sent)
            return Delivery(recipient, MailStatus.Queued, null, null);
        if (sent.Outcome != Attempt.Delivered)
            return Delivery(recipient, MailStatus.GivenUp, sent.At, sent.Outcome);
        return attempts.Where(a => a.Report is not null && a.Id == sent.Id).MinBy(a => a.Report!.Kind) switch
        {
            { Report.Kind: ReportKind.Failed } report => Delivery(recipient, MailStatus.Bounced, report.At, report.Outcome),
            { Report.Kind: ReportKind.Arrived or ReportKind.AutoReply } report =>
                Delivery(recipient, MailStatus.Accepted, report.At, report.Outcome),
            var delayed => sent.At + settings.ReportsWithin > clock.GetUtcNow()
                ? Delivery(recipient, MailStatus.Sent, sent.At, delayed?.Outcome)
                : Delivery(recipient, MailStatus.Accepted, sent.At + settings.ReportsWithin, "nothing came back"),
        };
    }

    private static MailDelivery Delivery(Recipient recipient, MailStatus status, DateTimeOffset? at, string? reason) =>
        new(recipient.Id, recipient.State, recipient.Language, status, at, reason);
}
