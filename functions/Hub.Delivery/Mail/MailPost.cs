using System.Diagnostics;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Work.Runner;
using Hub.Work.Tracing;

namespace Hub.Delivery.Mail;

/// <summary>
/// Sends the mail under way, step by step: a draft is on the cursor before it is sent, so that after a crash
/// exactly that one is in doubt (I4).
/// </summary>
public sealed class MailPost(IMailSender sender, IDeliveryLog deliveries, MailSettings settings, TimeProvider clock)
{
    /// <summary>
    /// The next step: makes the draft, or sends it, or waits for the mailbox's pace. To an address that bounced it sends nothing.
    /// </summary>
    internal async Task<Step> Advance(Outgoing mail, string? bounced, bool inDoubt, CancellationToken cancel)
    {
        if (mail.Round.Draft is null && bounced is not null)
            return await After(mail, clock.GetUtcNow(), new(Failure.Refused, $"{Attempt.NotSent}{bounced}"), cancel);
        if (NextAllowed(mail.Round) is { } later)
            return new Step.Paced(later, mail.Cursor.Work);
        return mail.Round.Draft is { } draft ? await Send(mail, draft, inDoubt, cancel) : await Draft(mail, inDoubt, cancel);
    }

    private DateTimeOffset? NextAllowed(MailRound round)
    {
        var now = clock.GetUtcNow();
        return settings.Pace.NextAllowed(round.Sent, now) ?? settings.Quota.NextAllowed(round.SentHours, now);
    }

    private async Task<Step> Draft(Outgoing mail, bool inDoubt, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        using var span = mail.Span("mail.draft");
        var (draft, failed) = await sender.Draft(mail.Cursor.Name, await mail.Write(cancel), inDoubt, cancel);
        span.End(failed?.Reason);
        return failed is null
            ? new Step.Moved(mail.Cursor.Position, (mail.Round with { Draft = draft!.Id, MessageId = draft.MessageId }).ToJson())
            : await After(mail, at, failed, cancel);
    }

    private async Task<Step> Send(Outgoing mail, string draft, bool inDoubt, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        using var span = mail.Span("mail.send");
        var failed = await sender.Send(mail.Cursor.Name, draft, inDoubt, cancel);
        span.End(failed?.Reason);
        var sent = mail.Round with
        {
            Sent = [.. settings.Pace.Recent(mail.Round.Sent, at), at], SentHours = settings.Quota.Plus(mail.Round.SentHours, at),
        };
        return await After(failed is null ? mail with { Round = sent } : mail, at, failed, cancel);
    }

    private async Task<Step> After(Outgoing mail, DateTimeOffset at, Step.Failed? failed, CancellationToken cancel)
    {
        // An address that the mailbox refuses is that reader's trouble; any other failure is the mailbox's, and everybody waits.
        if (failed is { Kind: not Failure.Refused })
            return failed with { Work = mail.Round.ToJson() };
        var took = (long)(clock.GetUtcNow() - at).TotalMilliseconds;
        var attempt = new Attempt(
            MailChannel.ChannelName, mail.To.Id, mail.Id, mail.Sequence, at, failed?.Reason ?? Attempt.Delivered, took);
        await deliveries.Add(attempt with { MessageId = mail.Round.MessageId }, cancel);
        return await mail.Next(mail.Round, cancel);
    }
}

/// <summary>The mail under way.</summary>
/// <param name="Cursor">The cursor it stands on.</param>
/// <param name="Round">What the cursor remembers.</param>
/// <param name="To">The reader.</param>
/// <param name="Id">The mail's id.</param>
/// <param name="Sequence">The last event it covers.</param>
/// <param name="Changes">What it tells.</param>
/// <param name="Write">Writes it: the same each time.</param>
/// <param name="Next">What comes after it.</param>
internal sealed record Outgoing(
    Cursor Cursor, MailRound Round, Reader To, string Id, long Sequence, IReadOnlyList<DirectoryChange> Changes,
    Func<CancellationToken, Task<MailMessage>> Write, Func<MailRound, CancellationToken, Task<Step.Moved>> Next)
{
    /// <summary>The span of one of its steps.</summary>
    public Activity? Span(string step) => HubTrace.OfMail(step, Id, Changes.Select(c => c.Event));
}
