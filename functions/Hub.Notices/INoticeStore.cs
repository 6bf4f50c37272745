using Hub.Register.States;

namespace Hub.Notices;

/// <summary>What became of an attempt to keep a notice.</summary>
public abstract record AddResult
{
    /// <summary>It is kept.</summary>
    public sealed record Added(Notice Notice) : AddResult;

    /// <summary>The same idempotency key was used before.</summary>
    /// <param name="NoticeId">For this notice.</param>
    /// <param name="SameBody">Whether the same was sent then.</param>
    public sealed record KeySeen(string NoticeId, bool SameBody) : AddResult;

    /// <summary>The same note came before, under another key or none.</summary>
    /// <param name="NoticeId">This one.</param>
    public sealed record NoteSeen(string NoticeId) : AddResult;

    /// <summary>A note with the same reference came before, but it said something else.</summary>
    /// <param name="NoticeId">This one.</param>
    public sealed record ReferenceSeen(string NoticeId) : AddResult;

    /// <summary>A note that said the same came before, under another reference or with other files.</summary>
    /// <param name="NoticeId">This one.</param>
    public sealed record ContentSeen(string NoticeId) : AddResult;
}

/// <summary>Where notices are kept.</summary>
public interface INoticeStore
{
    /// <summary>
    /// Keeps a new notice together with its fingerprints, or says which of them it met before: the one that
    /// says most. Null fingerprints are not looked at.
    /// </summary>
    Task<AddResult> Add(Notice notice, Fingerprints fingerprints, CancellationToken cancel);

    /// <summary>The notice that an idempotency key was used for before; null where it was not.</summary>
    Task<AddResult.KeySeen?> FindKey(StateCode state, Fingerprints fingerprints, CancellationToken cancel);

    /// <summary>A notice by its id.</summary>
    Task<Notice?> Find(string id, CancellationToken cancel);

    /// <summary>Writes a notice back; null where somebody else wrote it since it was read.</summary>
    Task<Notice?> Save(Notice notice, CancellationToken cancel);

    /// <summary>The notices about which the hub must do something by now.</summary>
    IAsyncEnumerable<Notice> Due(DateTimeOffset now, CancellationToken cancel);

    /// <summary>The notices that came by mail and whose senders are still to be told where they stand.</summary>
    IAsyncEnumerable<Notice> Untold(CancellationToken cancel);

    /// <summary>Notices, newest first: one State's or all, in one status or any.</summary>
    Task<IReadOnlyList<Notice>> List(StateCode? state, NoticeStatus? status, int limit, CancellationToken cancel);

    /// <summary>
    /// The summaries of all notices, in no order, as they stand when it is asked, whoever wrote them last: for lists and numbers, which
    /// would otherwise read everything.
    /// </summary>
    Task<IReadOnlyList<NoticeSummary>> Summaries(CancellationToken cancel);
}

/// <summary>Where originals are kept, unaltered and for good (I1, I10).</summary>
public interface IOriginalStore
{
    /// <summary>Keeps bytes under a path; a second time with the same path changes nothing.</summary>
    Task Keep(string path, ReadOnlyMemory<byte> content, string mediaType, CancellationToken cancel);

    /// <summary>The bytes kept under a path; null where there are none.</summary>
    Task<Stream?> Open(string path, CancellationToken cancel);
}
