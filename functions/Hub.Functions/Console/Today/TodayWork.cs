using Hub.Delivery.Confirmations;
using Hub.Delivery.Editions.Publishing;
using Hub.Intake.Inbox;
using Hub.Notices.Access;
using Hub.Notices.Colleagues;
using Hub.Notices.Flow;
using Hub.Notices.Search;
using Hub.Operations.Standstill;
using Hub.Pages.Console.Today;
using Hub.Work.Failures;

namespace Hub.Functions.Console.Today;

/// <summary>Gathers what waits for people.</summary>
public sealed class TodayWork(
    NoticeSearch notices, IMailStore mails, IFailureStore failures, QualityReport quality, NetworkClaims claims,
    TwoPersonPublishing editions, StandstillWatch watch, Handlings handlings)
{
    // The lists come with the newest first: whoever wants the oldest of them wants all.
    private const int All = 100_000;

    /// <summary>What waits, as somebody sees it.</summary>
    public async Task<TodayView> Of(Caller caller, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var open = notices.Find(new() { IsOpen = true }, cancel);
        var (toRead, held) = (mails.List(InboundMailStatus.ToRead, All, cancel), mails.List(InboundMailStatus.Held, All, cancel));
        var (failed, wrong, asked, publishing, standing) = (
            failures.List(All, cancel), quality.List(cancel), claims.Open(null, cancel), editions.Waiting(cancel), watch.Look(cancel));
        await Task.WhenAll(open, toRead, held, failed, wrong, asked, publishing, standing);
        return TodayCards.For(caller, new()
        {
            Notices = await open,
            ToRead = await toRead,
            Held = await held,
            Holders = await handlings.Holders(cancel),
            Failures = [.. (await failed).Where(f => f.RetriedAt is null)],
            Quality = [.. (await wrong).SelectMany(s => s.Items)],
            Claims = [.. (await asked).Select(c => c.ReceivedAt)],
            Editions = await publishing,
            Standing = await standing,
        });
    }
}
