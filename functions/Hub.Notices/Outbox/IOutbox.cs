using Hub.Work.Failures;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Notices.Outbox;

/// <summary>Takes mails that are to go out.</summary>
public interface IOutbox
{
    /// <summary>Adds mails, each once however often it is added, and wakes whoever sends them.</summary>
    Task Add(IReadOnlyList<OutboxMail> mails, CancellationToken cancel);
}

/// <summary>The outbox as the rest of the hub sees it.</summary>
public sealed class OutboxService(IOutboxStore store, SenderAssignment senders, IWakeUpSender wakeUps, TimeProvider clock) : IOutbox
{
    /// <inheritdoc/>
    public async Task Add(IReadOnlyList<OutboxMail> mails, CancellationToken cancel)
    {
        var added = new List<OutboxMail>();
        foreach (var mail in mails)
            if (await store.Add(mail, cancel) || await Replace(mail, cancel))
                added.Add(mail);
        if (added.Count > 0)
            await wakeUps.Send(new() { Mail = [.. added.Select(senders.Of).Distinct()] });
    }

    /// <summary>Tries once more what was set aside, by its id on the failures list; false where there is nothing to try.</summary>
    public async Task<bool> Retry(string id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var range = MailMessage.RangeOf(id) is { } found && !found.Before.Contains(':', StringComparison.Ordinal) ? found : default;
        var row = await store.Find(range.Before is { } recipient ? OutboxMails.Changes(recipient, now).Id : id, cancel);
        // The row of changes goes on without what was set aside.
        if (range.Before is not null && row?.MailId != id)
        {
            await Add([OutboxMails.Resend(range.Before, range.From, range.UpTo, now)], cancel);
            return true;
        }
        // One that waits for another attempt has it now.
        if (row is not ({ State: OutboxState.Dropped } or { State: OutboxState.UnderWay, Attempts: >= SetAside.MostAttempts }))
            return false;
        // Its draft may have gone before the process ended: that is in doubt.
        var again = row with { State = OutboxState.UnderWay, DueAt = now, Attempts = 0, Errors = 0, Trouble = null };
        if (await store.Save(again, cancel) is not { } saved)
            return false;
        await wakeUps.Send(new() { Mail = [senders.Of(saved)] });
        return true;
    }

    // Asked for again once it has gone, it goes once more under another id; while it waits, it is the same.
    private async Task<bool> Replace(OutboxMail mail, CancellationToken cancel) => mail.Kind == OutboxKind.Resend
        && await store.Find(mail.Id, cancel) is { } known && !known.IsOpen() && known.AskedAt != mail.AskedAt
        && await store.Save(mail with { ETag = known.ETag }, cancel) is not null;
}
