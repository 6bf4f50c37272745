using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Delivery.Outbox;

/// <summary>
/// Mail reads the log once and sends nothing: for each recipient whom an event concerns, a row of the outbox says up to which event it is
/// to be told. The row remembers what was told, so that after a crash nothing is told twice; a digest is a row that is due later.
/// </summary>
public sealed class MailChannel(
    IOutboxStore outbox, RecipientProfiles recipients, SenderAssignment senders, IWakeUpSender wakeUps, MailSettings settings,
    TimeProvider clock) : IChannel
{
    /// <summary>The name of its cursor's channel, and of what is kept of deliveries by mail.</summary>
    public const string ChannelName = "mail";

    /// <summary>The name of its only cursor.</summary>
    public const string CursorName = "changes";

    private const int Tries = 5;

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var events = await run.EventsAfter(cursor.Position, cancel);
        var mailed = events.Where(MailPolicy.IsMailed).ToList();
        if (mailed.Count > 0)
        {
            var concerned = (await recipients.Read(cancel)).Values.Where(r => mailed.Any(r.IsToldOf)).ToList();
            if (concerned.Count > 0 && !await Enqueue(concerned, cursor.Position, events[^1].Sequence, cancel))
                return new Step.Failed(Failure.Transient, "the outbox is written by too many at once", Work: cursor.Work);
        }
        return new Step.Moved(events[^1].Sequence, cursor.Work);
    }

    // Mailboxes write the same rows while they send: what has changed since it was read is read again.
    private async Task<bool> Enqueue(IReadOnlyList<RecipientProfile> concerned, long before, long upTo, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            var known = (await outbox.OfChanges(cancel)).ToDictionary(r => r.Recipient);
            var rows = concerned.Select(c => (Row: known.GetValueOrDefault(c.Recipient.Id), To: c))
                .Where(r => !(r.Row?.UpTo >= upTo)).Select(r => Widened(r.Row, r.To, before, upTo)).ToList();
            var all = true;
            foreach (var some in rows.Chunk(IOutboxStore.MostTogether))
                all &= await outbox.Save(some, null, cancel) is not null;
            await Wake(rows);
            if (all)
                return true;
        }
        return false;
    }

    private OutboxMail Widened(OutboxMail? row, RecipientProfile to, long before, long upTo)
    {
        var now = clock.GetUtcNow();
        var known = row ?? OutboxMails.Changes(to.Recipient.Id, now);
        var earliest = to.Preferences.Cadence == Cadence.AtOnce ? now : settings.Digests.Next(to.Preferences.Cadence, now);
        // A busy day is a few mails.
        var next = known.BegunAt + settings.RoundDistance;
        return known.Widened(Math.Max(before, to.Recipient.Since), upTo, next > earliest ? next.Value : earliest);
    }

    private async Task Wake(IEnumerable<OutboxMail> rows)
    {
        var by = clock.GetUtcNow() + settings.Ahead;
        if (rows.Where(r => r.DueAt <= by).Select(senders.Of).Distinct().ToList() is { Count: > 0 } mailboxes)
            await wakeUps.Send(new() { Mail = mailboxes });
    }
}
