using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Register.States;

namespace Hub.InMemory;

/// <summary>Notices in memory, and fingerprints that are kept together with them or not at all.</summary>
internal sealed class MemoryNotices : INoticeStore
{
    private readonly MemoryRows<Notice> _notices = new(n => n.Id, n => n.ETag, (n, mark) => n with { ETag = mark });
    private readonly Dictionary<(StateCode, string Kind, string), (string Id, string Body)> _seen = [];

    public IReadOnlyCollection<Notice> All => _notices.All;

    /// <summary>Puts a notice there as it is.</summary>
    public Notice Put(Notice notice) => _notices.Put(notice);

    public Task<AddResult> Add(Notice notice, Fingerprints fingerprints, CancellationToken cancel)
    {
        var marks = new List<(string Kind, string? Mark, Func<(string Id, string Body), AddResult> Seen)>
        {
            ("key", fingerprints.Idempotency, first => new AddResult.KeySeen(first.Id, first.Body == fingerprints.Body)),
            ("note", fingerprints.Note, first => new AddResult.NoteSeen(first.Id)),
            ("reference", fingerprints.OfficialRef, first => new AddResult.ReferenceSeen(first.Id)),
            ("content", fingerprints.Content, first => new AddResult.ContentSeen(first.Id)),
        }.FindAll(m => m.Mark is not null);
        foreach (var (kind, mark, seen) in marks)
            if (_seen.TryGetValue((notice.State, kind, mark!), out var first) && first.Id != notice.Id)
                return Task.FromResult(seen(first));
        // The very same notice may come again, where the first answer was lost.
        if (_notices.Add(notice))
            foreach (var (kind, mark, _) in marks)
                _seen[(notice.State, kind, mark!)] = (notice.Id, fingerprints.Body);
        return Task.FromResult<AddResult>(new AddResult.Added(_notices[notice.Id]));
    }

    public Task<AddResult.KeySeen?> FindKey(StateCode state, Fingerprints fingerprints, CancellationToken cancel) =>
        Task.FromResult(_seen.TryGetValue((state, "key", fingerprints.Idempotency ?? ""), out var first)
            ? new AddResult.KeySeen(first.Id, first.Body == fingerprints.Body)
            : null);

    public Task<Notice?> Find(string id, CancellationToken cancel) => Task.FromResult(_notices.Find(id));

    /// <summary>A notice that somebody writes just before the next write of it.</summary>
    public string? Touched { get; set; }

    /// <summary>What it is after that.</summary>
    public Func<Notice, Notice> Meanwhile { get; set; } = n => n with { Told = "meanwhile" };

    public Task<Notice?> Save(Notice notice, CancellationToken cancel)
    {
        if (Touched == notice.Id)
        {
            Touched = null;
            Put(Meanwhile(_notices[notice.Id]));
        }
        return Task.FromResult(_notices.Update(notice));
    }

    public IAsyncEnumerable<Notice> Due(DateTimeOffset now, CancellationToken cancel) =>
        All.Where(n => n.DueAt <= now).ToAsyncEnumerable();

    public IAsyncEnumerable<Notice> Untold(CancellationToken cancel) => All.Where(NoticeStanding.IsOwed).ToAsyncEnumerable();

    public async Task<IReadOnlyList<Notice>> List(StateCode? state, NoticeStatus? status, int limit, CancellationToken cancel) =>
        [
            .. (await _notices.Where(n => (state ?? n.State) == n.State && (status ?? n.Status) == n.Status))
                .OrderByDescending(n => n.ReceivedAt).Take(limit),
        ];

    public Task<IReadOnlyList<NoticeSummary>> Summaries(CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<NoticeSummary>>([.. All.Select(NoticeSummary.Of)]);
}
