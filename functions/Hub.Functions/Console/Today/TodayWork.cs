using Hub.Delivery.Confirmations;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Search;
using Hub.Operations.Standstill;
using Hub.Pages.Console.Today;
using Hub.Register.Json;
using Hub.Work.Failures;

namespace Hub.Functions.Console.Today;

/// <summary>Counts what waits for people.</summary>
public sealed class TodayWork(
    NoticeSearch notices, IMailStore mails, IFailureStore failures, QualityReport quality, NetworkClaims claims, StandstillWatch watch)
{
    private const int MostMails = 500;
    private const int MostFailures = 200;

    /// <summary>What waits, as somebody sees it.</summary>
    public async Task<TodayView> Of(Caller caller, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var open = notices.Find(new() { IsOpen = true }, cancel);
        var (toRead, held) = (
            mails.List(InboundMailStatus.ToRead, MostMails, cancel), mails.List(InboundMailStatus.Held, MostMails, cancel));
        var (failed, wrong, asked, standing) =
            (failures.List(MostFailures, cancel), quality.List(cancel), claims.Open(null, cancel), watch.Look(cancel));
        await Task.WhenAll(open, toRead, held, failed, wrong, asked, standing);
        var second = (await open).Where(n => n.Status == NoticeStatus.SecondReview)
            .ToLookup(n => n.FirstApproval(caller)?.IsOf(caller) != true);
        var items = (await wrong).SelectMany(s => s.Items).ToList();
        return new(
            [
                Notices("Review", NoticeStatus.Review, [.. (await open).Where(n => n.Status == NoticeStatus.Review)]),
                Notices("Second", NoticeStatus.SecondReview, [.. second[true]]),
                Mails("MailToRead", InboundMailStatus.ToRead, await toRead), Mails("MailHeld", InboundMailStatus.Held, await held),
                Failed([.. (await failed).Where(f => f.RetriedAt is null)]),
            ],
            [
                Notices("SecondOthers", NoticeStatus.SecondReview, [.. second[false]]),
                Notices("Held", NoticeStatus.Held, [.. (await open).Where(n => n.Status == NoticeStatus.Held)]),
                Notices("Query", NoticeStatus.Query, [.. (await open).Where(n => n.Status == NoticeStatus.Query)]),
                new("Claims", (await asked).Count, (await asked).Select(c => (DateTimeOffset?)c.ReceivedAt).Min(), "/console/notices"),
                Wrong("Bounced", QualityKind.Bounced, items), Wrong("Unconfirmed", QualityKind.Unconfirmed, items),
            ],
            [.. (await standing).Select(s => new StandingWork(s.What, s.Count, s.Do))]);
    }

    private static WaitingWork Notices(string name, NoticeStatus status, IReadOnlyList<NoticeSummary> found) => new(
        name, found.Count, found.Select(n => (DateTimeOffset?)n.ReceivedAt).Min(), $"/console/notices?status={status.Code()}");

    private static WaitingWork Mails(string name, InboundMailStatus status, IReadOnlyList<MailRecord> found) => new(
        name, found.Count, found.Select(m => (DateTimeOffset?)m.ReceivedAt).Min(), $"/console/mails?status={status.Code()}");

    private static WaitingWork Failed(IReadOnlyList<DeadLetter> found) =>
        new("Failures", found.Count, found.Select(f => (DateTimeOffset?)f.FailedAt).Min(), "/console/operations");

    private static WaitingWork Wrong(string name, QualityKind kind, IEnumerable<QualityItem> items) =>
        new(name, items.Count(i => i.Kind == kind), null, "/console/quality");
}
