using Hub.Intake.Inbox;

namespace Hub.InMemory;

/// <summary>Mails that came in and mailboxes in memory, with optimistic concurrency.</summary>
internal sealed class MemoryMails : IMailStore, IInboxSubscriptionStore
{
    private readonly Dictionary<string, MailRecord> _mails = [];
    private readonly Dictionary<MailKey, string> _keys = [];
    private readonly Dictionary<string, SenderTally> _tallies = [];
    private readonly Dictionary<string, InboxSubscription> _subscriptions = [];
    private int _version;

    public IReadOnlyCollection<MailRecord> All => _mails.Values;

    public Task<bool> Add(MailRecord mail, CancellationToken cancel) =>
        Task.FromResult(_mails.TryAdd(mail.Id, mail with { ETag = Next() }));

    public Task<MailRecord?> Find(string id, CancellationToken cancel) => Task.FromResult(_mails.GetValueOrDefault(id));

    public Task<MailRecord?> Save(MailRecord mail, CancellationToken cancel) => Task.FromResult(
        _mails[mail.Id].ETag == mail.ETag ? _mails[mail.Id] = mail with { ETag = Next() } : null);

    public Task<IReadOnlyList<MailRecord>> Due(string mailbox, DateTimeOffset now, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MailRecord>>(
            [.. _mails.Values.Where(m => m.Mailbox == mailbox && m.DueAt <= now).OrderBy(m => m.ReceivedAt).Take(limit)]);

    public Task<IReadOnlyList<MailRecord>> List(InboundMailStatus? fate, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<MailRecord>>([.. _mails.Values.Where(m => (fate ?? m.Fate) == m.Fate).Take(limit)]);

    public Task<string> Note(MailKey key, string mail, CancellationToken cancel)
    {
        _keys.TryAdd(key, mail);
        return Task.FromResult(_keys[key]);
    }

    public Task<string?> Noted(MailKey key, CancellationToken cancel) => Task.FromResult(_keys.GetValueOrDefault(key));

    public Task<SenderTally> Tally(string address, CancellationToken cancel) =>
        Task.FromResult(_tallies.GetValueOrDefault(SenderTally.HashOf(address)) ?? new() { Address = SenderTally.HashOf(address) });

    public Task<bool> Save(SenderTally tally, CancellationToken cancel)
    {
        var free = _tallies.GetValueOrDefault(tally.Address)?.ETag == tally.ETag;
        if (free)
            _tallies[tally.Address] = tally with { ETag = Next() };
        return Task.FromResult(free);
    }

    Task<InboxSubscription> IInboxSubscriptionStore.Find(string mailbox, CancellationToken cancel) =>
        Task.FromResult(_subscriptions.GetValueOrDefault(mailbox) ?? new() { Mailbox = mailbox });

    public Task<InboxSubscription?> Save(InboxSubscription subscription, CancellationToken cancel) => Task.FromResult(
        _subscriptions.GetValueOrDefault(subscription.Mailbox)?.ETag == subscription.ETag
            ? _subscriptions[subscription.Mailbox] = subscription with { ETag = Next() }
            : null);

    private string Next() => $"{++_version}";
}
