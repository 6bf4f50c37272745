using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Notices.Outbox;

/// <summary>One run of a mailbox: the rows that are due, as they were read some seconds ago, and what mails are written from.</summary>
/// <param name="mailbox">The mailbox.</param>
/// <param name="pace">Its pace.</param>
/// <param name="log">The events.</param>
/// <param name="recipients">Finds who is told of changes.</param>
/// <param name="register">Holds the records.</param>
public sealed class OutboxRun(
    string mailbox,
    MailboxPace pace,
    ChannelRun log,
    Func<CancellationToken, Task<IReadOnlyDictionary<string, RecipientProfile>>> recipients,
    IRegisterStore register)
{
    private readonly Dictionary<long, DirectoryChange> _changes = [];
    private IReadOnlyDictionary<string, RecipientProfile>? _recipients;
    private List<OutboxMail> _queue = [];
    private DateTimeOffset? _readAt;
    private bool _hasWorked;

    /// <summary>The mailbox.</summary>
    public string Mailbox => mailbox;

    /// <summary>Its pace.</summary>
    public MailboxPace Pace { get; set; } = pace;

    /// <summary>The mail that is under way.</summary>
    public UnderWay? Current { get; set; }

    /// <summary>Whether anything is to be done.</summary>
    public bool HasWork => Current is not null || _queue.Count > 0;

    /// <summary>A recipient; null where it is none any more.</summary>
    public async Task<RecipientProfile?> Recipient(string id, CancellationToken cancel)
    {
        if (_recipients?.GetValueOrDefault(id) is { Bounced: null } known)
            return known;
        // Somebody may have joined since they were read, or has another address than the one that bounced: a mail is dropped for neither.
        _recipients = await recipients(cancel);
        return _recipients.GetValueOrDefault(id);
    }

    /// <summary>The events after one up to another.</summary>
    public Task<IReadOnlyList<DirectoryEvent>> Events(long after, long upTo, CancellationToken cancel) =>
        log.EventsBetween(after, upTo, cancel);

    /// <summary>Events with the records that they are about: read once, however many mails tell them.</summary>
    public async Task<IReadOnlyList<DirectoryChange>> Changes(IReadOnlyList<DirectoryEvent> events, CancellationToken cancel)
    {
        var changes = new List<DirectoryChange>();
        foreach (var e in events)
        {
            if (!_changes.TryGetValue(e.Sequence, out var change))
                _changes[e.Sequence] = change = await register.Told(e, cancel);
            changes.Add(change);
        }
        return changes;
    }

    /// <summary>Whether the rows are to be read: again after some seconds, for what came in, and where none is left of them.</summary>
    public bool IsStale(DateTimeOffset now, TimeSpan lasts) =>
        _readAt is not { } at || now - at >= lasts || (_queue.Count == 0 && _hasWorked);

    /// <summary>Takes rows as they were read now. Whoever they are for is read again too: an address may be another by now.</summary>
    public void Take(IEnumerable<OutboxMail> rows, DateTimeOffset now)
    {
        (_queue, _readAt, _hasWorked) = ([.. rows.Where(r => r.Id != Current?.Row.Id).OrderBy(Order)], now, false);
        _recipients = null;
    }

    /// <summary>A row is dealt with, or begun.</summary>
    public void Remove(OutboxMail row)
    {
        _queue.RemoveAll(r => r.Id == row.Id);
        _hasWorked = true;
    }

    /// <summary>Others write the same rows: they are read again.</summary>
    public void Forget() => _readAt = null;

    /// <summary>The mail that goes next: one that was left in doubt, else the first by priority that the pace allows.</summary>
    public OutboxMail? Next(MailSettings settings, DateTimeOffset now) =>
        _queue.Find(r => r.DueAt <= now && Pace.NextAllowed(r.Kind, settings, now) is null);

    /// <summary>When there may be something to do; the first mail decides, and where others are awaited less, one that is.</summary>
    public DateTimeOffset NextAt(MailSettings settings, DateTimeOffset now) => _queue.Min(
        r => new[] { r.DueAt ?? now, Pace.NextAllowed(r.Kind, settings, now) ?? now }.Max());

    /// <summary>Whether the pace holds up even what somebody waits for.</summary>
    public bool IsExhausted(MailSettings settings, DateTimeOffset now) => Pace.NextAllowed(OutboxKind.Receipt, settings, now) is not null;

    private static (int, int, DateTimeOffset?, string) Order(OutboxMail row) =>
        (row.State == OutboxState.UnderWay ? 0 : 1, row.Kind.Priority(), row.DueAt, row.Id);
}

/// <summary>The mail under way.</summary>
/// <param name="Row">Its row, begun.</param>
/// <param name="Mail">What it says; null where its draft is made.</param>
/// <param name="InDoubt">Whether it was left by a run that ended, or failed: the mailbox is asked what became of it.</param>
public sealed record UnderWay(OutboxMail Row, Composition.Ready? Mail, bool InDoubt);
