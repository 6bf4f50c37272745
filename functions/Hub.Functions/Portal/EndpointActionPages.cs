using System.Globalization;
using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Endpoints;
using Hub.Pages.Portal.Frame;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>One endpoint, and what its partner does with it at once.</summary>
public sealed class EndpointActionPages(SitePages pages, PortalEndpoints own, EndpointControl control, EndpointConsent consent)
{
    private const string Took = "took";
    private const string Why = "why";
    private const int LongestReason = 500;

    /// <summary>GET /partners/endpoints/{id}.</summary>
    [Function("ShowPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/endpoints/{id}")] HttpRequest request, string id,
        CancellationToken cancel) => Page(request, id, Tested(request), [], StatusCodes.Status200OK, cancel);

    /// <summary>POST /partners/endpoints/{id}/state: pauses it, or sets it going again.</summary>
    [Function("SwitchPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Switch(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners/endpoints/{id}/state")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var line = await own.Line(await own.Own(request, id, cancel), cancel);
        if ((await PostedForm.Of(request)).Text("mark") != line.Mark || line.Cursor is null)
            return await Page(
                request, id, null, [PortalProblems.Of(request, null, "Was")], StatusCodes.Status409Conflict, cancel);
        var isActive = line.Cursor.State == CursorState.Active;
        return await Do(request, id, async () =>
        {
            await control.Switch(request.Caller(), id, isActive ? CursorState.Paused : CursorState.Active, cancel);
            return isActive ? "PORTAL_PAUSED" : "PORTAL_RESUMED";
        }, cancel);
    }

    /// <summary>POST /partners/endpoints/{id}/retry: tries at once what waits for its time.</summary>
    [Function("RetryPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Retry(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners/endpoints/{id}/retry")] HttpRequest request, string id,
        CancellationToken cancel) => Do(request, id, async () =>
        {
            await control.TryNow(request.Caller(), id, cancel);
            return "PORTAL_RETRIED";
        }, cancel);

    /// <summary>POST /partners/endpoints/{id}/consent: asks its receiver again.</summary>
    [Function("AskPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners/endpoints/{id}/consent")] HttpRequest request, string id,
        CancellationToken cancel) => Do(request, id, async () =>
            (await consent.AskAgain(request.Caller(), id, cancel)).Consent is Consent.Given ? "PORTAL_CONSENTED" : "PORTAL_NOT_CONSENTED",
            cancel);

    /// <summary>POST /partners/endpoints/{id}/test: the page that follows says what came of it. Sent twice, it is two tests.</summary>
    [Function("TestPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Test(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners/endpoints/{id}/test")] HttpRequest request, string id,
        CancellationToken cancel) => PortalProblems.Or(
        request,
        async () =>
        {
            var test = await control.SendTest(request.Caller(), id, cancel);
            var why = test.Reason is null ? "" : $"&{Why}={Uri.EscapeDataString(test.Reason)}";
            return SitePages.SeeOther(
                request, PortalAddress.Endpoint(id, $"?{Took}={test.Milliseconds.ToString(CultureInfo.InvariantCulture)}{why}"));
        },
        (problem, status) => Page(request, id, null, [problem], status, cancel));

    private static TestResult? Tested(HttpRequest request) => Visits.IsFromHere(request)
        && long.TryParse(request.Query[Took], NumberStyles.None, CultureInfo.InvariantCulture, out var took)
        && request.Query[Why].ToString() is { Length: <= LongestReason } why
            ? new(why.Length == 0 ? null : why, took)
            : null;

    private Task<IActionResult> Do(HttpRequest request, string id, Func<Task<string>> act, CancellationToken cancel) => PortalProblems.Or(
        request,
        async () => SitePages.SeeOther(request, PortalAddress.Endpoint(id), await act()),
        (problem, status) => Page(request, id, null, [problem], status, cancel));

    private async Task<IActionResult> Page(
        HttpRequest request, string id, TestResult? test, IReadOnlyList<FieldProblem> problems, int status, CancellationToken cancel)
    {
        var line = await own.Line(await own.Own(request, id, cancel), cancel);
        return await pages.Show(request, visit => PortalHtml.Endpoint(visit, line, test, problems), status);
    }
}
