using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Lists;
using Hub.Pages.Console.Recipients;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Recipients;

/// <summary>Who gets mails, as the Secretariat sees them.</summary>
public sealed class RecipientPages(SitePages pages, RecipientSearch search, RecipientDirectory directory, StateChoices states)
{
    private const int MostFound = 50;

    /// <summary>GET /console/recipients.</summary>
    [Function("ShowRecipients")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/recipients")] HttpRequest request,
        CancellationToken cancel)
    {
        var (filter, language) = (Filter(request), Visits.Language(request));
        var (range, rows) = request.Page(await search.Find(filter, language, cancel), filter.Address());
        return await pages.Show(request, visit => RecipientHtml.List(visit, new(filter, range, rows, states.In(language))));
    }

    /// <summary>POST /console/recipients/find: whose address holds what was typed; an address stands in no address of a page.</summary>
    [Function("FindRecipients")]
    [PageAccess]
    public async Task<IActionResult> Find(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/recipients/find")] HttpRequest request, CancellationToken cancel)
    {
        var language = Visits.Language(request);
        var form = await PostedForm.Of(request);
        if (form.Text("address") is not { } part)
            return SitePages.SeeOther(request, "/console/recipients");
        var found = (await search.All(language, cancel))
            .Where(r => r.Recipient.Address.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        if (form.Choice("step", "csv") is not null)
            return ListQuery.Csv(RecipientHtml.Csv(found), "recipients");
        var (range, rows) = PageRange.Of(found, 1, MostFound, "/console/recipients");
        return await pages.Show(request, visit => RecipientHtml.List(
            visit, new(new(null, null, false, null), range, rows, states.In(language)) { Looked = part }));
    }

    /// <summary>GET /console/recipients/list.csv: the list as a table for programs.</summary>
    [Function("ExportRecipients")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/recipients/list.csv")] HttpRequest request,
        CancellationToken cancel) =>
        ListQuery.Csv(RecipientHtml.Csv(await search.Find(Filter(request), Visits.Language(request), cancel)), "recipients");

    /// <summary>GET /console/recipients/{id}.</summary>
    [Function("ShowRecipient")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/recipients/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var detail = await search.One(id, Visits.Language(request), cancel) ?? throw Unknown();
        return await pages.Show(request, visit => RecipientHtml.One(visit, detail, []));
    }

    /// <summary>GET /console/recipients/{id}/links.</summary>
    [Function("ShowEndLinks")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> ShowLinks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/recipients/{id}/links")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var all = await directory.List(Visits.Language(request), cancel);
        var recipient = all.FirstOrDefault(r => r.Id == id) ?? throw Unknown();
        return await pages.Show(request, visit => RecipientHtml.EndLinks(visit, recipient));
    }

    /// <summary>POST /console/recipients/{id}/links: every link that was sent to it opens nothing any more.</summary>
    [Function("EndRecipientLinks")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> EndLinks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/recipients/{id}/links")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await directory.EndLinks((await directory.Find(id, cancel) ?? throw Unknown()).Id, cancel);
        request.Acted(ActionKind.LinksEnded, id);
        return SitePages.SeeOther(request, $"/console/recipients/{Uri.EscapeDataString(id)}", "LINKS_ENDED");
    }

    /// <summary>The response where there is no such recipient.</summary>
    internal static ApiException Unknown() => new(404, "No such recipient", "It is a mission no more, or an authority without an address.");

    // An address that somebody typed where names are looked for is looked for nowhere.
    private static RecipientFilter Filter(HttpRequest request) => new(
        request.AskedState(), request.Asked<RecipientKind>("kind"), request.Asked("bouncing") == "true",
        request.Asked("text"));
}
