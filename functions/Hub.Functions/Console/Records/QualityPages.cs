using Hub.Delivery.Confirmations;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Records.Quality;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Console.Records;

/// <summary>What is wrong with records and addresses, as <c>GET /api/quality</c> says it.</summary>
public sealed class QualityPages(
    SitePages pages, QualityLists lists, StateChoices choices, BouncingAddresses bounces, ILogger<QualityPages> log)
{
    /// <summary>GET /console/quality.</summary>
    [Function("ShowQuality")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/quality")] HttpRequest request, CancellationToken cancel)
    {
        var (choice, language) = (Choice(request), Visits.Language(request));
        var (found, names) = (await lists.Of(choice, language, cancel), await lists.Names(language, cancel));
        var (range, shown) = request.Page(found, choice.Address);
        var unconfirmed = found.Count(r => r.Item.Kind == QualityKind.Unconfirmed);
        return await pages.Show(
            request, visit => RecordsHtml.Quality(visit, new(choice, range, shown, choices.In(language), names, unconfirmed)));
    }

    /// <summary>GET /console/quality/list.csv: the list as a table for programs.</summary>
    [Function("ExportQuality")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/quality/list.csv")] HttpRequest request,
        CancellationToken cancel) =>
        ListQuery.Csv(RecordsHtml.Csv(await lists.Of(Choice(request), Visits.Language(request), cancel)), "quality");

    /// <summary>GET /console/quality/bounces/{recipient}: what came back from an address.</summary>
    [Function("ShowBounces")]
    [PageAccess]
    public async Task<IActionResult> Bounces(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/quality/bounces/{recipient}")] HttpRequest request,
        string recipient, CancellationToken cancel) =>
        await lists.Bounces(recipient, Visits.Language(request), cancel) is { } bounced
            ? await pages.Show(request, visit => RecordsHtml.Bounces(visit, bounced, []))
            : SitePages.SeeOther(request, QualityChoice.List);

    /// <summary>POST /console/quality/bounces/{recipient}: the address is right, and mails go to it again.</summary>
    [Function("ResolveBouncesOfPage")]
    [PageAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Resolve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/quality/bounces/{recipient}")] HttpRequest request,
        string recipient, CancellationToken cancel)
    {
        var (form, caller, language) = (await PostedForm.Of(request), request.Caller(), Visits.Language(request));
        // Sent twice, it is done.
        if (await lists.Bounces(recipient, language, cancel) is not { } bounced)
            return SitePages.SeeOther(request, QualityChoice.List, "RESOLVED");
        if (bounced.Mark != form.Text("mark"))
            return await pages.Show(
                request, visit => RecordsHtml.Bounces(visit, bounced, [new(null, new Labels(language)["Bounces.Stood"])]),
                StatusCodes.Status409Conflict);
        await bounces.Resolve(recipient, caller.Name, cancel);
        request.Acted(ActionKind.BouncesResolved, recipient);
        log.LogInformation("Mails to recipient {Recipient} go again: {Caller} says that its address is right.", recipient, caller.Name);
        return SitePages.SeeOther(request, QualityChoice.List, "RESOLVED");
    }

    private QualityChoice Choice(HttpRequest request) =>
        new(choices.Find(request.Asked("state"))?.Alpha3, request.Asked<QualityKind>("kind"));
}
