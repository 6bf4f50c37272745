using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Builders;

/// <summary>Records and commits, as small as they can be.</summary>
internal static class SmallCommits
{
    private static StateCode Senegal { get; } = new("SEN");

    public static StateCode Ghana { get; } = new("GHA");

    private static DateTimeOffset Now { get; } = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    public static Authority Authority(string id = "record-1", int version = 1, string? comments = null) => new()
    {
        Id = id,
        Version = version,
        Public = new() { State = Senegal },
        Restricted = new()
        {
            AuthorityName = new Dictionary<string, string> { ["en"] = "Office" },
            Designations = [new() { Instrument = Instrument.Untoc, Article = "18", Matter = Matter.Mla }],
            Comments = comments,
        },
        Upkeep = new() { Status = RecordStatus.Active, LastChangedOn = Now, Salt = "salt" },
    };

    public static RecordWrite Member(string network, StateCode? state = null) =>
        new MembershipWrite(new(network, state ?? Senegal, MembershipRole.Member, null, null, "a list", Confidence.High, null));

    public static RecordWrite Facts() => new StateWrite(new() { State = Ghana, LegalBasis = [new(Instrument.Untoc, LegalBasisValue.Yes)] });

    public static Law Law(int version = 1, string? shortTitle = null) => new()
    {
        LawId = "law-1", Version = version, State = Ghana, TitleOriginal = "Act", Language = "en", Type = LawType.Act, ShortTitle = shortTitle,
    };

    /// <summary>A commit of records on a head, with their events.</summary>
    public static RegisterCommit CommitOf(string notice, Head from, params RecordWrite[] writes)
    {
        var (head, events) = (from, new List<DirectoryEvent>());
        foreach (var write in writes)
        {
            events.Add(Event(notice, head, write));
            head = Head.At(events[^1]);
        }
        return new(notice, from, writes, events);
    }

    private static DirectoryEvent Event(string notice, Head before, RecordWrite write)
    {
        var (type, state, facts) = write switch
        {
            AuthorityWrite(var a, _) =>
                (EventType.AuthorityAmended, a.State(), new EventFacts { NoticeId = notice, RecordId = a.Id, RecordVersion = a.Version }),
            MembershipWrite(var m) => (EventType.MembershipChanged, m.State, new() { NoticeId = notice, Network = m.Network }),
            LawWrite(var l, _) => (EventType.LawPublished, l.State, new() { NoticeId = notice, LawId = l.LawId, LawVersion = l.Version }),
            StateWrite(var s) => (EventType.LegalBasisDeclared, s.State, new() { NoticeId = notice, LegalBasis = s.LegalBasis[0] }),
            _ => throw new NotSupportedException(write.GetType().Name),
        };
        return new DirectoryEvent
        {
            Sequence = before.Sequence + 1, Type = type, Time = Now, State = state, Facts = facts, PreviousHash = before.Hash,
        }.Sealed();
    }
}
