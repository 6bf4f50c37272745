using Hub.Notices.Outbox;

namespace Hub.InMemory;

/// <summary>Mails that go out, in memory, with optimistic concurrency, and a place to crash just before or just after each write.</summary>
internal sealed class MemoryOutbox : IOutboxStore, IOutbox
{
    private readonly SortedDictionary<string, OutboxMail> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MailboxPace> _paces = [];
    private int _version;

    public IReadOnlyList<OutboxMail> All => [.. _rows.Values];

    public IEnumerable<OutboxMail> Open => All.Where(m => m.IsOpen());

    public Action Hazard { get; set; } = () => { };

    /// <summary>What others do while whoever read replies stands still.</summary>
    public Func<Task> BehindReplies { get; set; } = () => Task.CompletedTask;

    /// <summary>How often something was written, however much.</summary>
    public int Writes { get; private set; }

    /// <summary>How often rows that are due were read.</summary>
    public int Reads { get; private set; }

    public OutboxMail this[string id] => _rows[id];

    /// <summary>As a port of whoever only asks for mails.</summary>
    async Task IOutbox.Add(IReadOnlyList<OutboxMail> mails, CancellationToken cancel)
    {
        foreach (var mail in mails)
            await Add(mail, cancel);
    }

    public Task<bool> Add(OutboxMail mail, CancellationToken cancel)
    {
        Hazard();
        var added = _rows.TryAdd(mail.Id, mail with { ETag = $"{++_version}" });
        Written();
        return Task.FromResult(added);
    }

    public Task<OutboxMail?> Find(string id, CancellationToken cancel) => Task.FromResult(_rows.GetValueOrDefault(id));

    public Task<OutboxSaved?> Save(IReadOnlyList<OutboxMail> mails, MailboxPace? pace, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(mails.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mails.Count, IOutboxStore.MostTogether);
        Hazard();
        if (mails.Any(m => _rows.GetValueOrDefault(m.Id)?.ETag != m.ETag)
            || (pace is not null && _paces.GetValueOrDefault(pace.Mailbox)?.ETag != pace.ETag))
            return Task.FromResult<OutboxSaved?>(null);
        var saved = mails.Select(m => _rows[m.Id] = m with { ETag = $"{++_version}" }).ToList();
        var kept = pace is null ? null : _paces[pace.Mailbox] = pace with { ETag = $"{++_version}" };
        Written();
        return Task.FromResult<OutboxSaved?>(new(saved, kept));
    }

    public Task<IReadOnlyList<OutboxMail>> Due(DateTimeOffset by, string? mailbox, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<OutboxMail>>(
            [.. _rows.Values.Where(m => m.DueAt <= by && (mailbox is null || (m.Mailbox ?? mailbox) == mailbox))]);
    }

    public Task<IReadOnlyList<OutboxMail>> OfChanges(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<OutboxMail>>([.. _rows.Values.Where(m => m.Kind == OutboxKind.Changes)]);

    public async Task<IReadOnlyList<OutboxMail>> RepliesTo(string mail, CancellationToken cancel)
    {
        var prefix = OutboxMails.RepliesTo(mail);
        IReadOnlyList<OutboxMail> found = [.. _rows.Values.Where(m => m.Id.StartsWith(prefix, StringComparison.Ordinal))];
        await BehindReplies();
        return found;
    }

    public Task Remove(string id, CancellationToken cancel)
    {
        _rows.Remove(id);
        return Task.CompletedTask;
    }

    public Task<MailboxPace> Pace(string mailbox, CancellationToken cancel) =>
        Task.FromResult(_paces.GetValueOrDefault(mailbox) ?? new(mailbox));

    private void Written()
    {
        Writes++;
        Hazard();
    }
}
