using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>A register that commits atomically, once a notice, and only on the head that a commit was prepared on.</summary>
internal sealed class MemoryRegister : IRegisterStore
{
    private readonly Dictionary<string, long> _committed = [];
    private readonly Dictionary<(string, int), Authority> _versions = [];
    private readonly Dictionary<(string, int), Law> _laws = [];
    private readonly Queue<Action> _before = [];

    public MemoryRegister(params Authority[] authorities)
    {
        Now = Sample.Register(authorities);
        foreach (var authority in authorities)
            _versions[(authority.Id, authority.Version)] = authority;
    }

    public RegisterSnapshot Now { get; private set; }

    public List<DirectoryEvent> Log { get; } = [];

    public int VersionsRead { get; private set; }

    public int Commits { get; private set; }

    /// <summary>Whether reading it ends in an error of the hub's own.</summary>
    public bool Breaks { get; set; }

    /// <summary>Whether it takes no commit, as a store to which each is too large.</summary>
    public bool TakesNothing { get; set; }

    /// <summary>What readers that accept an old snapshot get; null for the present one.</summary>
    public RegisterSnapshot? Cached { get; set; }

    /// <summary>Does something just before the next commit reaches the store.</summary>
    public void BeforeNextCommit(Action action) => _before.Enqueue(action);

    /// <summary>Puts a change on record, as if another notice had been approved.</summary>
    public void Change(params Change[] changes) => Apply(CommitBuilder.Build(
        Now, new($"other-{Log.Count}", Sample.State, changes, null, false, null, []), Sample.Now, new FixedIdentifiers()));

    /// <summary>Has records stand as they are given, without an event.</summary>
    public void Put(params Authority[] authorities) => Now = Now.With(authorities.Select(a => new AuthorityWrite(a, null)), Now.Head);

    /// <summary>Has laws stand as they are given, without an event.</summary>
    public void Put(params Law[] laws) => Now = Now.With(laws.Select(l => new LawWrite(l, null)), Now.Head);

    /// <summary>The same of laws.</summary>
    public void Put(Law law, params Law[] more)
    {
        Now = Now.With(more.Prepend(law).Select(l => new LawWrite(l, null)), Now.Head);
        foreach (var each in more.Prepend(law))
            _laws[(each.LawId, each.Version)] = each;
    }

    /// <summary>Adds events that mean nothing but are there to be read.</summary>
    public void Grow(int events = 1)
    {
        for (var i = 0; i < events; i++)
            Change(new Change.DeclareNil(Sample.Extradition));
    }

    public Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel) =>
        Breaks ? throw new InvalidOperationException("It cannot be read.")
        : Task.FromResult(maxAge > TimeSpan.Zero && Cached is { } cached ? cached : Now);

    public Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel)
    {
        // This is known before the register is asked; what others commit from here on, only then.
        if (commit.From != Now.Head)
            return Task.FromResult<CommitResult>(new CommitResult.HeadMoved());
        if (_before.TryDequeue(out var action))
            action();
        if (_committed.TryGetValue(commit.NoticeId, out var last))
            return Task.FromResult<CommitResult>(new CommitResult.Committed(last));
        if (commit.From != Now.Head)
            return Task.FromResult<CommitResult>(new CommitResult.HeadMoved());
        if (TakesNothing)
            return Task.FromResult<CommitResult>(new CommitResult.NotTaken("TOO_LARGE"));
        Apply(commit);
        return Task.FromResult<CommitResult>(new CommitResult.Committed(commit.To.Sequence));
    }

    public Task<long?> CommittedAt(string noticeId, CancellationToken cancel) =>
        Task.FromResult(_committed.TryGetValue(noticeId, out var last) ? last : (long?)null);

    public Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DirectoryEvent>>([.. Log.Skip((int)after).Take(limit)]);

    public Task<Authority?> ReadVersion(string recordId, int version, CancellationToken cancel)
    {
        VersionsRead++;
        return Task.FromResult(_versions.GetValueOrDefault((recordId, version)));
    }

    public Task<Law?> ReadLaw(string lawId, int version, CancellationToken cancel) =>
        Task.FromResult(_laws.GetValueOrDefault((lawId, version)));

    /// <summary>The versions of a record before the present one.</summary>
    public IReadOnlyList<Authority> EarlierVersions(string id) =>
        [.. _versions.Values.Where(v => v.Id == id && v.Version < Now.Authorities[id].Version).OrderBy(v => v.Version)];

    /// <summary>Writes an earlier version anew, where there is one of that number.</summary>
    public void Rewrite(string id, int version, Func<Authority, Authority> rewrite)
    {
        foreach (var earlier in EarlierVersions(id).Where(v => v.Version == version))
            _versions[(id, version)] = rewrite(earlier);
    }

    private void Apply(RegisterCommit commit)
    {
        Now = Now.With(commit.Writes, commit.To);
        Log.AddRange(commit.Events);
        _committed[commit.NoticeId] = commit.To.Sequence;
        foreach (var write in commit.Writes.OfType<LawWrite>())
            _laws[(write.New.LawId, write.New.Version)] = write.New;
        foreach (var write in commit.Writes.OfType<AuthorityWrite>())
        {
            _versions[(write.New.Id, write.New.Version)] = write.New;
            // The version before is kept as the commit says, which may be less than it was.
            if (write.Old is { } old)
                _versions[(old.Id, old.Version)] = old;
        }
        Commits++;
    }
}
