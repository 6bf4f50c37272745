using Hub.Delivery.Confirmations;
using Hub.Delivery.Editions.Publishing;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Operations.Standstill;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Console.Operations;
using Hub.Pages.Console.Today;
using Hub.Register.Json;
using Hub.Work.Failures;

namespace Hub.Functions.Console.Today;

/// <summary>What waits in the hub.</summary>
public sealed record TodayFacts : Confidential
{
    /// <summary>The notices that are not done.</summary>
    public IReadOnlyList<NoticeSummary> Notices { get; init; } = [];

    /// <summary>The mails that a person has to read.</summary>
    public IReadOnlyList<MailRecord> ToRead { get; init; } = [];

    /// <summary>The mails whose sender has to be called back.</summary>
    public IReadOnlyList<MailRecord> Held { get; init; } = [];

    /// <summary>Who works on which of them.</summary>
    public IReadOnlyDictionary<string, string> Holders { get; init; } = new Dictionary<string, string>();

    /// <summary>The failures that nobody has retried.</summary>
    public IReadOnlyList<DeadLetter> Failures { get; init; } = [];

    /// <summary>What is wrong with records and addresses.</summary>
    public IReadOnlyList<QualityItem> Quality { get; init; } = [];

    /// <summary>When the claims came that networks have not answered, UTC.</summary>
    public IReadOnlyList<DateTimeOffset> Claims { get; init; } = [];

    /// <summary>The editions that wait for a second person.</summary>
    public IReadOnlyList<PublicationRequest> Editions { get; init; } = [];

    /// <summary>What stands still.</summary>
    public IReadOnlyList<Standstill> Standing { get; init; } = [];
}

/// <summary>Says what waits for whom: what somebody's role lets them do, and what they have no word in yet, is theirs.</summary>
internal static class TodayCards
{
    private const SecretariatRoles Writers = SecretariatRoles.Reviewer | SecretariatRoles.Editor;

    /// <summary>What somebody finds in the morning.</summary>
    public static TodayView For(Caller caller, TodayFacts facts)
    {
        var cards = Cards(caller, facts).ToLookup(c => caller.HasOneOf(c.For), c => c.Work);
        return new([.. cards[true]], [.. cards[false]], [.. facts.Standing.Select(s => new HealthLine($"{s.Kind}", s.Count, s.Since))]);
    }

    private static IEnumerable<(SecretariatRoles For, WaitingWork Work)> Cards(Caller caller, TodayFacts facts)
    {
        var second = Of(facts, NoticeStatus.SecondReview).ToLookup(n => n.FirstApproval(caller)?.IsOf(caller) != true
            && (n.FirstApproval(caller) is null || !n.Authors.Any(caller.Is)));
        var asked = facts.Editions.ToLookup(e => e.By == caller.Name);
        yield return (Writers, Own(
            "Hands", "notices", facts.Notices.Where(n => IsOwn(n.Id)).Select(n => n.ReceivedAt)));
        yield return (Writers, Own(
            "HandsMails", "mails", facts.Held.Concat(facts.ToRead).Where(m => IsOwn(m.Id)).Select(m => m.ReceivedAt)));
        yield return (SecretariatRoles.Reviewer, Notices("Review", NoticeStatus.Review, Of(facts, NoticeStatus.Review)));
        yield return (SecretariatRoles.Reviewer, Notices("Second", NoticeStatus.SecondReview, second[true]));
        yield return (SecretariatRoles.Reviewer, Mails("MailHeld", InboundMailStatus.Held, facts.Held));
        yield return (Writers, Mails("MailToRead", InboundMailStatus.ToRead, facts.ToRead));
        yield return (Writers, new("Edition", asked[false].Count(), Oldest(asked[false].Select(e => e.AskedAt)), "/console/editions"));
        yield return (Writers, Wrong("Bounced", QualityKind.Bounced, facts.Quality));
        yield return (Writers, Wrong("Unconfirmed", QualityKind.Unconfirmed, facts.Quality));
        yield return (
            SecretariatRoles.Administrator,
            new("Failures", facts.Failures.Count, Oldest(facts.Failures.Select(f => f.FailedAt)), FailureChoice.Path));
        yield return (SecretariatRoles.None, Notices("SecondOthers", NoticeStatus.SecondReview, second[false]));
        yield return (
            SecretariatRoles.None,
            new("EditionOthers", asked[true].Count(), Oldest(asked[true].Select(e => e.AskedAt)), "/console/editions"));
        yield return (SecretariatRoles.None, Notices("Held", NoticeStatus.Held, Of(facts, NoticeStatus.Held)));
        yield return (SecretariatRoles.None, Notices("Query", NoticeStatus.Query, Of(facts, NoticeStatus.Query)));
        yield return (
            SecretariatRoles.None,
            new("Claims", facts.Claims.Count, Oldest(facts.Claims), $"/console/notices?status={NoticeStatus.Query.Code()}"));

        bool IsOwn(string id) => facts.Holders.GetValueOrDefault(id) == caller.Name;
    }

    private static WaitingWork Own(string name, string list, IEnumerable<DateTimeOffset> times) =>
        new(name, times.Count(), Oldest(times), $"/console/{list}?hands={HandsChoice.Mine.Code()}");

    private static IEnumerable<NoticeSummary> Of(TodayFacts facts, NoticeStatus status) => facts.Notices.Where(n => n.Status == status);

    private static WaitingWork Notices(string name, NoticeStatus status, IEnumerable<NoticeSummary> found) =>
        new(name, found.Count(), Oldest(found.Select(n => n.ReceivedAt)), $"/console/notices?status={status.Code()}");

    private static WaitingWork Mails(string name, InboundMailStatus status, IReadOnlyList<MailRecord> found) =>
        new(name, found.Count, Oldest(found.Select(m => m.ReceivedAt)), $"/console/mails?status={status.Code()}");

    private static WaitingWork Wrong(string name, QualityKind kind, IEnumerable<QualityItem> items) =>
        new(name, items.Count(i => i.Kind == kind), null, $"/console/quality?kind={kind.Code()}");

    private static DateTimeOffset? Oldest(IEnumerable<DateTimeOffset> times) => times.Select(t => (DateTimeOffset?)t).Min();
}
