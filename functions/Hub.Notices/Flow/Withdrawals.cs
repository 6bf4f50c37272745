using Hub.Notices.Access;
using Hub.Notices.Rules;

namespace Hub.Notices.Flow;

/// <summary>An office takes back what it sent, while nobody has decided about it. The notice stays, and changes nothing.</summary>
public sealed class Withdrawals(INoticeStore notices, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <summary>
    /// Whether an office may take a notice back now: a mission or ministry what was sent in the name of either, an authority its own.
    /// </summary>
    public static bool May(Notice notice, Caller office)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(office);
        return notice.Status is NoticeStatus.Query or NoticeStatus.Held or NoticeStatus.Review or NoticeStatus.SecondReview
            && office.Kind == CallerKind.State && office.State == notice.State && notice.Sender.Kind == CallerKind.State
            && (office.Name == notice.Sender.Name || (office.IsOfficialChannel && notice.Sender.IsOfficialChannel));
    }

    /// <summary>Takes it back. Asked for twice, it is done once.</summary>
    public async Task<DecisionResult> Withdraw(string id, Caller office, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(office);
        for (var i = 0; i < MostTries; i++)
        {
            if (await notices.Find(id, cancel) is not { } notice || notice.State != office.State)
                return new DecisionResult.Unknown();
            if (notice is { Status: NoticeStatus.Closed, WithdrawnBy: { } by } && by == office.Name)
                return new DecisionResult.Taken(notice);
            if (!May(notice, office))
                return new DecisionResult.NotNow(notice, NoticeRefusal.NotToWithdraw);
            var withdrawn = notice.Now(NoticeStatus.Closed) with { WithdrawnBy = office.Name, WithdrawnAt = clock.GetUtcNow() };
            if (await notices.Save(withdrawn, cancel) is { } saved)
                return new DecisionResult.Taken(saved);
        }
        return new DecisionResult.NotNow((await notices.Find(id, cancel))!, NoticeRefusal.ChangedMeanwhile);
    }
}
