using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Register.States;

namespace Hub.InMemory;

/// <summary>Notices with optimistic concurrency, and fingerprints that are kept together with them or not at all.</summary>
internal sealed class MemoryNotices : INoticeStore
{
    private readonly Dictionary<string, Notice> _notices = [];
    private readonly Dictionary<(StateCode, string), (string Id, string Body)> _keys = [];
    private readonly Dictionary<(StateCode, string), string> _notes = [];
    private int _version;

    public IReadOnlyCollection<Notice> All => _notices.Values;

    /// <summary>Puts a notice there as it is.</summary>
    public Notice Put(Notice notice) => _notices[notice.Id] = notice with { ETag = $"{++_version}" };

    public Task<AddResult> Add(Notice notice, Fingerprints fingerprints, CancellationToken cancel)
    {
        if (fingerprints.Idempotency is { } key && _keys.TryGetValue((notice.State, key), out var seen))
            return Task.FromResult<AddResult>(new AddResult.KeySeen(seen.Id, seen.Body == fingerprints.Body));
        var marks = new List<(string? Mark, Func<string, AddResult> Seen)>
        {
            (fingerprints.Note, id => new AddResult.NoteSeen(id)),
            (fingerprints.OfficialRef, id => new AddResult.ReferenceSeen(id)),
            (fingerprints.Content, id => new AddResult.ContentSeen(id)),
        }.FindAll(m => m.Mark is not null);
        if (marks.Find(m => _notes.ContainsKey((notice.State, m.Mark!))) is { Mark: { } met } found)
            return Task.FromResult(found.Seen(_notes[(notice.State, met)]));
        if (fingerprints.Idempotency is { } fresh)
            _keys[(notice.State, fresh)] = (notice.Id, fingerprints.Body);
        marks.ForEach(m => _notes[(notice.State, m.Mark!)] = notice.Id);
        return Task.FromResult<AddResult>(new AddResult.Added(Put(notice)));
    }

    public Task<AddResult.KeySeen?> FindKey(StateCode state, Fingerprints fingerprints, CancellationToken cancel) =>
        Task.FromResult(_keys.TryGetValue((state, fingerprints.Idempotency ?? ""), out var seen)
            ? new AddResult.KeySeen(seen.Id, seen.Body == fingerprints.Body)
            : null);

    public Task<Notice?> Find(string id, CancellationToken cancel) => Task.FromResult(_notices.GetValueOrDefault(id));

    /// <summary>A notice that somebody writes just before the next write of it.</summary>
    public string? Touched { get; set; }

    public Task<Notice?> Save(Notice notice, CancellationToken cancel)
    {
        if (Touched == notice.Id)
        {
            Touched = null;
            Put(_notices[notice.Id] with { Told = "meanwhile" });
        }
        return Task.FromResult(_notices.GetValueOrDefault(notice.Id)?.ETag == notice.ETag ? Put(notice) : null);
    }

    public IAsyncEnumerable<Notice> Due(DateTimeOffset now, CancellationToken cancel) =>
        _notices.Values.Where(n => n.DueAt <= now).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Notice> Untold(CancellationToken cancel) =>
        _notices.Values.Where(NoticeStanding.IsOwed).ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<Notice>> List(StateCode? state, NoticeStatus? status, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Notice>>(
            [.. _notices.Values.Where(n => (state ?? n.State) == n.State && (status ?? n.Status) == n.Status)]);
}
