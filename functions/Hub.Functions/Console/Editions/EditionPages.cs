using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Publishing;
using Hub.Delivery.Mail;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Pages.Console.Editions;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Editions;

/// <summary>Editions that were begun, as the Secretariat follows them.</summary>
public sealed class EditionPages(SitePages pages, IEditionStore store, EditionDetails details, TwoPersonPublishing publishing)
{
    // Of each that is shown its mails are counted.
    private const int PageSize = 5;

    /// <summary>GET /console/editions.</summary>
    [Function("ShowEditions")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/editions")] HttpRequest request,
        CancellationToken cancel)
    {
        List<EditionId> all = [.. (await store.List(cancel)).Reverse()];
        var (range, ids) = request.Page(all, "/console/editions", PageSize);
        var rows = await Rows(ids, withMails: true, cancel);
        var waiting = await publishing.Waiting(cancel);
        return await pages.Show(request, visit => EditionHtml.List(visit, new(range, rows, waiting)));
    }

    /// <summary>GET /console/editions/list.csv: all of them as a table for programs.</summary>
    [Function("ExportEditions")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/editions/list.csv")] HttpRequest request,
        CancellationToken cancel) =>
        ListQuery.Csv(EditionHtml.Csv(await Rows((await store.List(cancel)).Reverse(), withMails: false, cancel)), "editions");

    /// <summary>GET /console/editions/{id}?status=….</summary>
    [Function("ShowEdition")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/editions/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var detail = EditionId.TryParse(id, out var edition)
            ? await details.Of(
                edition, request.Asked<MailStatus>("status"), request.AskedNumber("page", 1), Visits.Language(request), cancel)
            : null;
        return detail is null
            ? throw PublishedEditions.Unknown()
            : await pages.Show(request, visit => EditionHtml.Edition(visit, detail, []));
    }

    private async Task<IReadOnlyList<EditionRow>> Rows(IEnumerable<EditionId> ids, bool withMails, CancellationToken cancel)
    {
        var rows = new List<EditionRow>();
        foreach (var id in ids)
            if (await details.Row(id, withMails, cancel) is { } row)
                rows.Add(row);
        return rows;
    }
}
