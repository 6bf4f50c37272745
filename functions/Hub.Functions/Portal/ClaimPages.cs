using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Errors;
using Hub.Functions.Notices;
using Hub.Functions.Setup;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Claims;
using Hub.Pages.Portal.Frame;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>What a network's secretariat is asked, and its public pages.</summary>
public sealed class ClaimPages(SitePages pages, NetworkClaims claims, AnswerClaims answers, StateChoices states, HubSettings settings)
{
    private const string Route = "partners/claims/{id}";
    private const int LongestReason = 500;

    /// <summary>GET /partners/claims.</summary>
    [Function("ShowPortalClaims")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/claims")] HttpRequest request,
        CancellationToken cancel)
    {
        var list = new ClaimList(claims.NetworkOf(request.Caller())?.Name, await Rows(request, cancel));
        return await pages.Show(request, visit => PortalHtml.Claims(visit, list));
    }

    /// <summary>GET /partners/claims/{id}.</summary>
    [Function("ShowPortalClaim")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id, CancellationToken cancel)
    {
        var row = await Row(request, id, cancel);
        return await pages.Show(request, visit => PortalHtml.Claim(visit, row, null, null, []));
    }

    /// <summary>POST /partners/claims/{id}.</summary>
    [Function("AnswerPortalClaim")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Answer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id, CancellationToken cancel)
    {
        var (row, form, labels) = (await Row(request, id, cancel), await PostedForm.Of(request), new Labels(Visits.Language(request)));
        var (listed, reason) = (form.Text("listed"), form.Lines("reason"));
        var problems = new List<FieldProblem>();
        if (listed is not ("true" or "false"))
            problems.Add(new("listed", labels["Portal.Claim.NoChoice"]));
        if (TypedText.Wrong("reason", reason, LongestReason, labels) is { } wrong)
            problems.Add(wrong);
        if (problems.Count > 0)
            return await pages.Show(
                request, visit => PortalHtml.Claim(visit, row, listed, reason, problems), StatusCodes.Status422UnprocessableEntity);
        await answers.AnswerOne(request.Caller(), id, new(listed == "true", Reason: reason), cancel);
        return SitePages.SeeOther(request, PortalAddress.Of(PortalSection.Claims), "PORTAL_CLAIM");
    }

    /// <summary>GET /partners/pages.</summary>
    [Function("ShowPortalPages")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Own(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/pages")] HttpRequest request) => pages.Show(
        request,
        visit => PortalHtml.Pages(visit, claims.NetworkOf(request.Caller())?.Id, new Uri(settings.PublicAddress, "/").AbsoluteUri));

    private async Task<IReadOnlyList<ClaimRow>> Rows(HttpRequest request, CancellationToken cancel) =>
        claims.NetworkOf(request.Caller()) is { } network
            ? [.. (await claims.Open(network, cancel)).Select(c => new ClaimRow(c, states.Of(c.State, Visits.Language(request))!))]
            : [];

    // Another network's claim is answered as if there were none.
    private async Task<ClaimRow> Row(HttpRequest request, string id, CancellationToken cancel) =>
        (await Rows(request, cancel)).FirstOrDefault(r => r.Claim.Notice == id) ?? throw new ApiException(404, "No such claim", "");
}
