using Hub.Delivery.NetworkPages;
using Hub.Delivery.Outbox;
using Hub.Delivery.Webhooks;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Outbox;
using Hub.Register.Log;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Operations.Standstill;

/// <summary>Finds what has something to do. A lost wake-up is made up by the next sweep: this reads the truth each time.</summary>
public sealed class DueWork(
    ICursorStore cursors, IOutboxStore outbox, SenderAssignment senders, INoticeStore notices, IDocumentWorkStore documents,
    IRegisterStore register, TimeProvider clock)
{
    /// <summary>What is due so soon is woken now: the run waits for it (<see cref="CursorRunner.ShortWait"/>).</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>Everything due: notices whose time has come, and cursors behind the log.</summary>
    public async Task<WakeUps> Everything(CancellationToken cancel)
    {
        var due = new List<string>();
        await foreach (var notice in notices.Due(clock.GetUtcNow(), cancel))
            due.Add(notice.Id);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return await Cursors(head, cancel) with { Notices = due, Documents = await documents.Due(clock.GetUtcNow(), cancel) };
    }

    /// <summary>The cursors behind an event that was just committed.</summary>
    public async Task<WakeUps> Cursors(long head, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var all = (await cursors.All(cancel)).ToLookup(c => c.Channel == OutboxSender.ChannelName);
        var behind = all[false].Where(c => c.HasWork(head, now, Ahead)).ToLookup(c => c.Channel, c => c.Name);
        return new()
        {
            Mail = [.. behind[MailChannel.ChannelName], .. await Mailboxes(all[true], now + Ahead, cancel)],
            Webhooks = [.. behind[WebhookChannel.ChannelName]], Links = [.. behind[NetworkPagesChannel.ChannelName]],
        };
    }

    // One that waits for its pace is woken before its time only for what somebody waits for.
    private async Task<IEnumerable<string>> Mailboxes(IEnumerable<Cursor> sending, DateTimeOffset by, CancellationToken cancel)
    {
        var open = sending.Where(c => c.IsOpen(by)).ToDictionary(c => c.Name);
        return open.Count == 0 ? [] : (await outbox.Due(by, null, cancel)).GroupBy(senders.Of)
            .Where(g => open.TryGetValue(g.Key, out var cursor) && (!(cursor.DueAt > by) || g.Any(m => m.Kind.IsAwaited())))
            .Select(g => g.Key);
    }
}
