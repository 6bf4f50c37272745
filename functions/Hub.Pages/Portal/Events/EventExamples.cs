using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Portal.Events;

/// <summary>Events that never happened, of a State that there is not: what each type looks like where the log has none to show.</summary>
public static class EventExamples
{
    private const string Network = "carin";
    private static readonly StateCode State = new("XAA");
    private static readonly DateTimeOffset At = new(2026, 11, 22, 11, 56, 14, TimeSpan.Zero);
    private static readonly DateOnly Day = DateOnly.FromDateTime(At.UtcDateTime);
    private static readonly string Hash = new('0', 64);

    /// <summary>One of a type.</summary>
    public static DirectoryEvent Of(EventType type) => new DirectoryEvent
    {
        Sequence = 7, Type = type, Time = At, PreviousHash = Hash, Facts = Facts(type),
        State = type is EventType.EditionPublished or EventType.DataErased ? null : State,
    }.Sealed();

    private static EventFacts Facts(EventType type) => type switch
    {
        EventType.AuthorityDesignated => Record(null),
        EventType.NilDeclared => Noticed with { Pair = new(Instrument.Untoc, "18(13)", Matter.Mla) },
        EventType.LegalBasisDeclared => Noticed with { LegalBasis = new(Instrument.Untoc, LegalBasisValue.Yes, Day) },
        EventType.MembershipChanged => Noticed with { Network = Network, Role = MembershipRole.Member, ValidFrom = Day },
        EventType.LawPublished => Noticed with
        {
            LawId = "law-0000000000000000", LawVersion = 1, LawHash = Hash, Instruments = [Instrument.Untoc],
        },
        EventType.EditionPublished => new()
        {
            Edition = new(2026, 2), CutOff = Day, FrozenAt = 6, ManifestHash = Hash, Authorities = 176, States = 89,
        },
        EventType.DataErased => new() { Erased = new Dictionary<string, int> { ["RECORD"] = 1, ["NOTICE"] = 2 } },
        EventType.TemporaryNoticeAnnounced => Record(["temporaryNotices"]),
        EventType.AuthorityConfirmed => Record(["lastConfirmedOn"]),
        EventType.AuthorityWithdrawn => Record(["designations"]),
        _ => Record(["phones"]),
    };

    private static EventFacts Noticed => new() { NoticeId = "XAA-0000000000000000" };

    private static EventFacts Record(IReadOnlyList<string>? changed) => Noticed with
    {
        RecordId = "0000000000000000", RecordVersion = changed is null ? 1 : 2, RecordHash = Hash, Changed = changed, Matters = [Matter.Mla],
        Instruments = [Instrument.Untoc],
    };
}
