using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Json;

namespace Hub.Delivery.Editions.Planning;

/// <summary>Whom an edition goes to, and what their mailboxes have to send.</summary>
/// <param name="Recipients">The recipients.</param>
/// <param name="InDigests">How many of them are told once a day or a week.</param>
/// <param name="Mailboxes">What each sender mailbox would have to send with its next round.</param>
/// <param name="Bounced">Recipients whose address bounced, who are told nothing.</param>
public sealed record Audience(
    IReadOnlyList<Recipient> Recipients, int InDigests, IReadOnlyList<MailboxLoad> Mailboxes, IReadOnlyList<string> Bounced) : Confidential
{
    /// <summary>How many of them get a mail, at once or with a digest.</summary>
    public int CountTold() => Recipients.Count - Bounced.Count;
}

/// <summary>Finds the audience as it is now.</summary>
public sealed class AudiencePlanner(
    RecipientDirectory recipients, IChoiceStore choices, IOutboxStore outbox, SenderAssignment senders, BouncingAddresses bounces,
    MailSettings settings, TimeProvider clock)
{
    /// <summary>The audience of what concerns every recipient, as an edition does.</summary>
    public async Task<Audience> Find(CancellationToken cancel) => await Of(await recipients.List(cancel), cancel);

    /// <summary>The same of some recipients: of those who are still to get their mail.</summary>
    public async Task<Audience> Of(IReadOnlyList<Recipient> all, CancellationToken cancel)
    {
        var stopped = await bounces.Stopped(all, cancel);
        var later = (await choices.List(cancel)).Where(c => c.Preferences.Cadence != Cadence.AtOnce).Select(c => c.Recipient).ToHashSet();
        var told = all.Where(r => !stopped.ContainsKey(r.Id)).ToList();
        return new(
            all, told.Count(r => later.Contains(r.Id)), await Loads([.. told.Where(r => !later.Contains(r.Id))], cancel),
            [.. stopped.Keys.Order(StringComparer.Ordinal)]);
    }

    // What waits besides changes goes first; changes that wait go in the same mails.
    private async Task<IReadOnlyList<MailboxLoad>> Loads(IReadOnlyList<Recipient> told, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = (await outbox.OfChanges(cancel)).ToDictionary(r => r.Recipient);
        var others = (await outbox.Due(now, null, cancel)).Where(m => m.Kind != OutboxKind.Changes).CountBy(senders.Of).ToDictionary();
        var mails = told.ToLookup(r => senders.Of(r.Id));
        var loads = new List<MailboxLoad>();
        foreach (var mailbox in senders.Mailboxes)
        {
            var pace = await outbox.Pace(mailbox, cancel);
            var begins = mails[mailbox].Select(r => rows.GetValueOrDefault(r.Id)?.BegunAt + settings.RoundDistance ?? now)
                .DefaultIfEmpty(now).Min();
            loads.Add(new(mails[mailbox].Count() + others.GetValueOrDefault(mailbox), begins, pace.NotAwaited, pace.SentHours));
        }
        return loads;
    }
}
