using System.Collections.Immutable;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Browser.Tests;

/// <summary>The register as a new hub has it, and one membership of the fictional State that begins, one that is over.</summary>
internal sealed class SeededRegister : IRegisterStore
{
    public static readonly NetworkCatalog Networks = new();
    public static readonly StateCatalog States = new(withFictionalStates: true);
    private static readonly StateCode Arvenia = new("XAA");
    private readonly List<DirectoryEvent> _log = [];
    private readonly RegisterSnapshot _snapshot;

    public SeededRegister()
    {
        Membership[] own =
        [
            new("wacap", Arvenia, MembershipRole.Observer, new(2025, 4, 1), null,
                "notice of XAA, PMV/114/2025", Confidence.Low, new(2025, 4, 2)),
            new("casc", Arvenia, MembershipRole.Member, null, new(2019, 12, 31),
                "notice of XAA, PMV/7/2019", Confidence.Medium, new(2020, 1, 7)),
        ];
        var memberships = Networks.All.SelectMany(n => n.Attested).Concat(own).ToList();
        foreach (var m in memberships)
            _log.Add(new()
            {
                Sequence = _log.Count + 1, Type = EventType.MembershipChanged,
                Time = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), State = m.State,
                Facts = new() { NoticeId = $"XAA-{_log.Count / 16}", Network = m.Network, Role = m.Role },
                PreviousHash = new string('0', 64),
            });
        _snapshot = RegisterSnapshot.Empty with
        {
            Head = new(_log.Count, new string('a', 64)), Memberships = memberships.ToImmutableDictionary(m => (m.Network, m.State)),
            States = ImmutableDictionary<StateCode, StateFacts>.Empty.Add(Arvenia, new()
            {
                State = Arvenia, LegalBasis = [new(Instrument.Untoc, LegalBasisValue.Yes, new(2025, 8, 4))],
            }),
        };
    }

    public Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel) => Task.FromResult(_snapshot);

    public Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DirectoryEvent>>([.. _log.Skip((int)after).Take(limit)]);

    public Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<long?> CommittedAt(string noticeId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Authority?> ReadVersion(string recordId, int version, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Law?> ReadLaw(string lawId, int version, CancellationToken cancel) => throw new NotSupportedException();
}
