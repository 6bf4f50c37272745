using Hub.Delivery.Confirmations;
using Hub.Delivery.Outbox;
using Hub.Notices;
using Hub.Pages.Console.Records;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.States;
using Hub.Work.Runner;

namespace Hub.Functions.Console.Records;

/// <summary>Gathers everything that is shown of a record.</summary>
public sealed class RecordDetails(
    IRegisterStore register, RecordLog log, INoticeStore notices, IDeliveryLog deliveries, StateCatalog states, TimeProvider clock)
{
    private const int MostMails = 10;
    private const int MostNotices = 50;

    /// <summary>What is shown of a record; null where there is none.</summary>
    public async Task<RecordDetail?> Of(string id, Language language, CancellationToken cancel)
    {
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        if (snapshot.Authorities.GetValueOrDefault(id) is not { } record)
            return null;
        var (day, events) = (DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), await log.UpTo(snapshot.Head.Sequence, cancel));
        var quality = QualityRules.Of(snapshot.Of(record.State()), day).Where(i => i.Subject == id || i.Others.Contains(id)).ToList();
        return new(record, states[record.State()].Name(language), UpkeepPolicy.StatusOn(record.Upkeep, day), events.Of(id))
        {
            Quality = [.. quality.Select(i => About(i, id))],
            Others = quality.SelectMany(i => i.Others.Append(i.Subject)).Distinct().ToDictionary(o => o, o => snapshot.Authorities[o]),
            Notices = await Notices(id, events.Of(id), cancel),
            Editions = [.. events.EditionsOf(id)],
            Mails = await deliveries.List(MailChannel.ChannelName, $"authority-{id}", MostMails, null, cancel),
        };
    }

    // What is said of the first of several is true of each.
    private static QualityItem About(QualityItem item, string id) =>
        item.Subject == id ? item : item with { Subject = id, Others = [.. item.Others.Append(item.Subject).Where(o => o != id)] };

    private async Task<IReadOnlyList<NoticeSummary>> Notices(string id, IReadOnlyList<RecordEvent> events, CancellationToken cancel)
    {
        var committed = events.Select(e => e.Notice).ToHashSet();
        return
        [
            .. (await notices.Summaries(cancel)).Where(n => n.Records.Contains(id) || committed.Contains(n.Id))
                .OrderByDescending(n => n.ReceivedAt).Take(MostNotices),
        ];
    }
}
