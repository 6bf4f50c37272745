using Hub.Functions.Access;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>Another address for an endpoint: it is asked for, and then the code is typed that came.</summary>
public sealed class EndpointMovePages(SitePages pages, PortalEndpoints own, EndpointConsent consent)
{
    private const string Route = "partners/endpoints/{id}/url";
    private const string Contact = "CONTACT";

    /// <summary>GET /partners/endpoints/{id}/url.</summary>
    [Function("ShowPortalUrl")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id,
        CancellationToken cancel) => Page(request, id, null, false, [], StatusCodes.Status200OK, cancel);

    /// <summary>POST /partners/endpoints/{id}/url.</summary>
    [Function("ProposePortalUrl")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Propose(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var (url, byMail) = (form.Text("url"), form.Choice("via", "ENDPOINT", Contact) == Contact);
        return await PortalProblems.Or(
            request,
            async () =>
            {
                await consent.ProposeUrl(request.Caller(), id, new(url ?? "", byMail ? CodeWay.Contact : CodeWay.Endpoint), cancel);
                return SitePages.SeeOther(request, PortalAddress.Endpoint(id, "/url"), "PORTAL_PROPOSED");
            },
            (problem, status) => Page(request, id, url, byMail, [problem], status, cancel));
    }

    /// <summary>POST /partners/endpoints/{id}/url/confirmation.</summary>
    [Function("ConfirmPortalUrl")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = $"{Route}/confirmation")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var code = (await PostedForm.Of(request)).Text("code");
        return await PortalProblems.Or(
            request,
            async () =>
            {
                await consent.ConfirmUrl(request.Caller(), id, code ?? "", cancel);
                return SitePages.SeeOther(request, PortalAddress.Endpoint(id), "PORTAL_MOVED");
            },
            (problem, status) => Page(request, id, null, false, [problem], status, cancel));
    }

    private async Task<IActionResult> Page(
        HttpRequest request, string id, string? url, bool byMail, IReadOnlyList<FieldProblem> problems, int status,
        CancellationToken cancel)
    {
        var endpoint = await own.Own(request, id, cancel);
        return await pages.Show(
            request, visit => PortalHtml.Move(visit, endpoint, url, byMail ? Contact : "ENDPOINT", problems), status);
    }
}
