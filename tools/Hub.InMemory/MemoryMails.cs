using Hub.Intake.Inbox;

namespace Hub.InMemory;

/// <summary>Mails that came in and mailboxes in memory.</summary>
internal sealed class MemoryMails : IMailStore, IInboxSubscriptionStore
{
    private readonly MemoryRows<MailRecord> _mails = new(m => m.Id, m => m.ETag, (m, mark) => m with { ETag = mark });
    private readonly Dictionary<MailKey, string> _keys = [];
    private readonly MemoryRows<SenderTally> _tallies = new(t => t.Address, t => t.ETag, (t, mark) => t with { ETag = mark });
    private readonly MemoryRows<InboxSubscription> _subscriptions = new(s => s.Mailbox, s => s.ETag, (s, mark) => s with { ETag = mark });

    public IReadOnlyCollection<MailRecord> All => _mails.All;

    public Task<bool> Add(MailRecord mail, CancellationToken cancel) => Task.FromResult(_mails.Add(mail));

    public Task<MailRecord?> Find(string id, CancellationToken cancel) => Task.FromResult(_mails.Find(id));

    public Task<MailRecord?> Save(MailRecord mail, CancellationToken cancel) => Task.FromResult(_mails.Update(mail));

    public async Task<IReadOnlyList<MailRecord>> Due(string mailbox, DateTimeOffset now, int limit, CancellationToken cancel) =>
        [.. (await _mails.Where(m => m.Mailbox == mailbox && m.DueAt <= now, limit)).OrderBy(m => m.ReceivedAt)];

    public async Task<IReadOnlyList<MailRecord>> List(InboundMailStatus? fate, int limit, CancellationToken cancel) =>
        [.. (await _mails.Where(m => (fate ?? m.Fate) == m.Fate)).OrderByDescending(m => m.ReceivedAt).Take(limit)];

    public Task<string> Note(MailKey key, string mail, CancellationToken cancel)
    {
        _keys.TryAdd(key, mail);
        return Task.FromResult(_keys[key]);
    }

    public Task<string?> Noted(MailKey key, CancellationToken cancel) => Task.FromResult(_keys.GetValueOrDefault(key));

    public Task<SenderTally> Tally(string address, CancellationToken cancel) =>
        Task.FromResult(_tallies.Find(SenderTally.HashOf(address)) ?? new() { Address = SenderTally.HashOf(address) });

    public Task<bool> Save(SenderTally tally, CancellationToken cancel) => Task.FromResult(_tallies.Save(tally) is not null);

    Task<InboxSubscription> IInboxSubscriptionStore.Find(string mailbox, CancellationToken cancel) =>
        Task.FromResult(_subscriptions.Find(mailbox) ?? new() { Mailbox = mailbox });

    public Task<InboxSubscription?> Save(InboxSubscription subscription, CancellationToken cancel) =>
        Task.FromResult(_subscriptions.Save(subscription));
}
