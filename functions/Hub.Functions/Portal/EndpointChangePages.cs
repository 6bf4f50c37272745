using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Endpoints;
using Hub.Pages.Portal.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>What an endpoint wants, its secret, and its end: each on a page that says what it does.</summary>
public sealed class EndpointChangePages(
    SitePages pages, PortalEndpoints own, FilterForms filters, Endpoints endpoints, EndpointControl control)
{
    private const string FilterRoute = "partners/endpoints/{id}/filter";
    private const string SecretRoute = "partners/endpoints/{id}/secret";
    private const string DeletionRoute = "partners/endpoints/{id}/deletion";
    private const string UsualHours = "24";

    /// <summary>GET /partners/endpoints/{id}/filter.</summary>
    [Function("ShowPortalFilter")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> ShowFilter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = FilterRoute)] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await own.Own(request, id, cancel);
        return await pages.Show(request, visit => PortalHtml.Filter(
            visit, endpoint, EndpointDraft.Of(endpoint.Filter), filters.Choices(visit.Language), []));
    }

    /// <summary>POST /partners/endpoints/{id}/filter.</summary>
    [Function("TakePortalFilter")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> TakeFilter(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FilterRoute)] HttpRequest request, string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(request, id, cancel);
        var draft = FilterForms.Draft(await PostedForm.Of(request));
        return FilterForms.Filter(draft) is { } filter
            ? await PortalProblems.Or(
                request,
                async () =>
                {
                    await endpoints.Narrow(request.Caller(), id, filter, cancel);
                    return SitePages.SeeOther(request, PortalAddress.Endpoint(id), "PORTAL_FILTERED");
                },
                Again)
            : await Again(PortalProblems.Of(request, null, "Filter"), StatusCodes.Status422UnprocessableEntity);

        Task<IActionResult> Again(FieldProblem problem, int status) => pages.Show(
            request, visit => PortalHtml.Filter(visit, endpoint, draft, filters.Choices(visit.Language), [problem]), status);
    }

    /// <summary>GET /partners/endpoints/{id}/secret.</summary>
    [Function("ShowPortalSecret")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> ShowSecret(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = SecretRoute)] HttpRequest request, string id,
        CancellationToken cancel) => Secret(request, id, UsualHours, [], StatusCodes.Status200OK, cancel);

    /// <summary>POST /partners/endpoints/{id}/secret: the response shows the new one, this once.</summary>
    [Function("RotatePortalSecret")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Rotate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SecretRoute)] HttpRequest request, string id, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var typed = form.Text("hours");
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 1000)
            return await Again(PortalProblems.Of(request, "hours", "Overlap"), StatusCodes.Status422UnprocessableEntity);
        return await PortalProblems.Or(
            request,
            async () =>
            {
                var view = await control.NewSecret(request.Caller(), id, form.Text("mark") ?? "", hours, cancel);
                var shown = new ShownSecret(view.Id, view.Url, view.Secret!, view.EarlierSecretUntil, Waits: false);
                return await pages.Show(request, visit => PortalHtml.Secret(visit, shown));
            },
            Again);

        Task<IActionResult> Again(FieldProblem problem, int status) => Secret(request, id, typed, [problem], status, cancel);
    }

    /// <summary>GET /partners/endpoints/{id}/deletion.</summary>
    [Function("ShowPortalDeletion")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> ShowDeletion(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = DeletionRoute)] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var line = await own.Line(await own.Own(request, id, cancel), cancel);
        return await pages.Show(request, visit => PortalHtml.Delete(visit, line));
    }

    /// <summary>POST /partners/endpoints/{id}/deletion; of one that is gone, it is what was wanted.</summary>
    [Function("DeletePortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DeletionRoute)] HttpRequest request, string id, CancellationToken cancel)
    {
        if (await own.Known(request, id, cancel) is not null)
            await endpoints.Remove(request.Caller(), id, cancel);
        return SitePages.SeeOther(request, PortalAddress.Root, "PORTAL_DELETED");
    }

    private async Task<IActionResult> Secret(
        HttpRequest request, string id, string? hours, IReadOnlyList<FieldProblem> problems, int status, CancellationToken cancel)
    {
        var (endpoint, mark) = (await own.Own(request, id, cancel), await own.SecretMark(request, id, cancel));
        return await pages.Show(request, visit => PortalHtml.Rotate(visit, endpoint, mark, hours, problems), status);
    }
}
