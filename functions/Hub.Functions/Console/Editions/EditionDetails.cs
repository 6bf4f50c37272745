using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.Mail;
using Hub.Functions.Editions;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Editions;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Functions.Console.Editions;

/// <summary>Gathers what is shown of editions that were begun.</summary>
public sealed class EditionDetails(
    EditionService editions, PublishedEditions published, TwoPersonPublishing publishing, MailDeliveries deliveries, EditionMails mails,
    RecipientDirectory recipients, AudiencePlanner audience, SendingLimits limits, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <summary>An edition in the list; null where there is none of the name.</summary>
    public async Task<EditionRow?> Row(EditionId id, bool withMails, CancellationToken cancel)
    {
        if (await editions.Find(id, cancel) is not { } edition)
            return null;
        var (stage, sequence) = await Stage(id, cancel);
        return new(
            id, stage, edition.CutOff, edition.Authorities(), (await published.Manifest(id, cancel))?.Files.Count ?? 0,
            withMails && sequence is { } at ? MailCounts.Of(await deliveries.Of(at, cancel)) : null);
    }

    /// <summary>Everything that is shown of an edition; null where there is none of the name.</summary>
    public async Task<EditionDetail?> Of(EditionId id, MailStatus? status, int page, Language language, CancellationToken cancel)
    {
        if (await editions.Find(id, cancel) is not { } edition)
            return null;
        var (stage, sequence) = await Stage(id, cancel);
        var rows = sequence is { } at ? await mails.Of(at, language, cancel) : [];
        var address = $"/console/editions/{id.Slug}{(status is { } chosen ? $"?status={chosen.Code()}" : "")}";
        var (range, shown) = PageRange.Of([.. rows.Where(r => status is null || r.Mail.Status == status)], page, PageSize, address);
        var (forecast, digests) = await Rest(rows, cancel);
        return new(id, stage, edition, (await published.Manifest(id, cancel))?.Files ?? [])
        {
            Sequence = sequence, Dropped = await editions.DropOf(id, cancel), Request = await publishing.Last(id, cancel),
            Mails = MailCounts.Of([.. rows.Select(r => r.Mail)]), Forecast = forecast, InDigests = digests, Status = status, Range = range,
            Deliveries = shown,
        };
    }

    private async Task<(EditionStage, long?)> Stage(EditionId id, CancellationToken cancel) =>
        await editions.PublishedAt(id, cancel) is { } sequence ? (EditionStage.Published, sequence)
        : await editions.DropOf(id, cancel) is not null ? (EditionStage.Dropped, null)
        : (EditionStage.Frozen, null);

    private async Task<(SendingForecast?, int)> Rest(IReadOnlyList<DeliveryRow> rows, CancellationToken cancel)
    {
        var waiting = rows.Where(r => r.Mail.Status == MailStatus.Queued).Select(r => r.Mail.Recipient).ToHashSet();
        if (waiting.Count == 0)
            return (null, 0);
        var to = await audience.Of([.. (await recipients.List(cancel)).Where(r => waiting.Contains(r.Id))], cancel);
        return (SendingForecast.Of(to.Mailboxes, EditionPlanner.BytesOfALink, clock.GetUtcNow(), limits), to.InDigests);
    }
}
