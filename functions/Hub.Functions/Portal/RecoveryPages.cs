using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Deliveries;
using Hub.Pages.Portal.Frame;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>Everything since a day once more: first it is said how much that is.</summary>
public sealed class RecoveryPages(
    SitePages pages, PortalEndpoints own, EndpointControl control, IRegisterStore register, TimeProvider clock)
{
    private const string Route = "partners/endpoints/{id}/recovery";
    private const int Page = 500;

    /// <summary>GET /partners/endpoints/{id}/recovery?since=.</summary>
    [Function("ShowPortalRecovery")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(request, id, cancel);
        var typed = request.Asked("since");
        var recovery = new Recovery(endpoint, typed, null, 0, 0);
        if (typed is null)
            return await pages.Show(request, visit => PortalHtml.Recover(visit, recovery, []));
        if (!DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            return await Again(request, recovery, PortalProblems.Of(request, "since", "Day"), StatusCodes.Status422UnprocessableEntity);
        var since = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var (after, read, wanted) = (0L, 0L, 0L);
        while (await register.ReadEvents(read, Page, cancel) is { Count: > 0 } events)
        {
            read = events[^1].Sequence;
            after += events.Count(e => e.Time < since);
            wanted += events.Count(e => e.Time >= since && (endpoint.Filter?.Wants(e) ?? true));
        }
        recovery = recovery with { After = after, Events = read - after, Wanted = wanted };
        return await pages.Show(request, visit => PortalHtml.Recover(visit, recovery, []));
    }

    /// <summary>POST /partners/endpoints/{id}/recovery.</summary>
    [Function("RecoverPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Recover(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(request, id, cancel);
        var isNumber = long.TryParse(
            (await PostedForm.Of(request)).Text("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        return await PortalProblems.Or(
            request,
            async () =>
            {
                await control.SendAgain(request.Caller(), id, isNumber ? after : -1, cancel);
                return SitePages.SeeOther(request, PortalAddress.Endpoint(id), "PORTAL_RECOVERED");
            },
            (problem, status) => Again(request, new(endpoint, null, null, 0, 0), problem, status));
    }

    private Task<IActionResult> Again(HttpRequest request, Recovery recovery, FieldProblem problem, int status) =>
        pages.Show(request, visit => PortalHtml.Recover(visit, recovery, [problem]), status);
}
