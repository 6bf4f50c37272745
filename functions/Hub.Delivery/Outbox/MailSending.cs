using System.Diagnostics;
using Hub.Notices.Outbox;
using Hub.Register.Log;
using Hub.Work.Runner;
using Hub.Work.Tracing;

namespace Hub.Delivery.Outbox;

/// <summary>
/// Hands a mail that is begun to its mailbox: writes it, keeps its draft in its row, sends that draft and no other, and notes the delivery.
/// </summary>
public sealed class MailSending(IOutboxStore outbox, IMailSender sender, IDeliveryLog deliveries, TimeProvider clock)
{
    /// <summary>
    /// Sends it. The row as it was sent, and when; none where nothing was: its trouble is noted then, or another sender has it, or the
    /// mailbox failed.
    /// </summary>
    internal async Task<((OutboxMail Row, DateTimeOffset At)? Sent, Step.Failed? Failed)> Send(
        string mailbox, UnderWay current, CancellationToken cancel)
    {
        var (row, inDoubt) = (current.Row, current.InDoubt);
        if (row.Draft is null)
        {
            if (await current.Mail!.Write(row, cancel) is not { } message)
            {
                await Drop(row, "its reason is gone", cancel);
                return (null, null);
            }
            var (draft, undone) = await Draft(mailbox, current, message, cancel);
            if (undone is not null)
                return (null, await Refused(row, undone, cancel));
            // Another sender may have it: what was made here is never sent then.
            if (await outbox.Change(row, r => r.Drafted(draft!), cancel) is not { } drafted)
                return (null, null);
            (row, inDoubt) = (drafted, false);
        }
        var at = clock.GetUtcNow();
        using var span = Span("mail.send", current);
        var failed = await sender.Send(mailbox, row.Draft!, inDoubt, cancel);
        span.End(failed?.Reason);
        if (failed is not null)
            return (null, await Refused(row, failed, cancel));
        await Note(row, at, Attempt.Delivered, cancel);
        return ((row, at), null);
    }

    /// <summary>Keeps what became of a mail to a mission or an authority.</summary>
    internal Task Note(OutboxMail row, DateTimeOffset at, string outcome, CancellationToken cancel) => row.Kind.IsToReader()
        ? deliveries.Add(
            new(MailChannel.ChannelName, row.Recipient, row.MailId, row.Last, at, outcome, (long)(clock.GetUtcNow() - at).TotalMilliseconds)
            {
                MessageId = row.MessageId,
            },
            cancel)
        : Task.CompletedTask;

    /// <summary>It does not go.</summary>
    internal Task Drop(OutboxMail row, string why, CancellationToken cancel) =>
        outbox.Change(row, r => r.Done(OutboxState.Dropped, clock.GetUtcNow(), why), cancel);

    private async Task<(MailDraft? Draft, Step.Failed? Failed)> Draft(
        string mailbox, UnderWay current, MailMessage message, CancellationToken cancel)
    {
        using var span = Span("mail.draft", current);
        var (draft, failed) = await sender.Draft(mailbox, message, current.InDoubt, cancel);
        span.End(failed?.Reason);
        if (draft is not null)
            await current.Mail!.Drafted(draft, cancel);
        return (draft, failed);
    }

    // What the mailbox refuses is that recipient's trouble; any other failure is the mailbox's, and everybody waits.
    private async Task<Step.Failed?> Refused(OutboxMail row, Step.Failed failed, CancellationToken cancel)
    {
        if (failed.Kind != Failure.Refused)
            return failed;
        await Note(row, clock.GetUtcNow(), failed.Reason, cancel);
        await Drop(row, failed.Reason, cancel);
        return null;
    }

    private static Activity? Span(string step, UnderWay current) =>
        HubTrace.OfMail(step, current.Row.MailId, current.Mail?.Events ?? (IReadOnlyList<DirectoryEvent>)[]);
}
