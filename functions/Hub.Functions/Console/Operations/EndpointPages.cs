using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Operations;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Console.Operations;

/// <summary>Partners' endpoints: how their messages go; paused, and set going again.</summary>
public sealed class EndpointPages(
    SitePages pages, IEndpointStore endpoints, ICursorStore cursors, IDeliveryLog deliveries, IRegisterStore register, PartnerEndpoints own,
    IWakeUpSender wakeUps, TimeProvider clock)
{
    private const string Path = "/console/operations/endpoints";
    private const string StateRoute = "console/operations/endpoints/{id}/state";
    private const int Remembered = 50;

    /// <summary>GET /console/operations/endpoints.</summary>
    [Function("ShowEndpoints")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/operations/endpoints")] HttpRequest request,
        CancellationToken cancel)
    {
        var all = (await endpoints.List(null, cancel)).OrderBy(e => e.Partner, StringComparer.Ordinal).ThenBy(e => e.Url);
        var lines = await Task.WhenAll(all.Select(e => Line(e, cancel)));
        return await pages.Show(request, visit => OperationsHtml.Endpoints(visit, lines));
    }

    /// <summary>GET /console/operations/endpoints/{id}/state: what changing it does.</summary>
    [Function("ShowEndpointState")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = StateRoute)] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var line = await Line(await Find(id, cancel), cancel);
        return await pages.Show(request, visit => OperationsHtml.Endpoint(visit, line, null, []));
    }

    /// <summary>POST /console/operations/endpoints/{id}/state: the same as its partner does by the API.</summary>
    [Function("TakeEndpointState")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = StateRoute)] HttpRequest request, string id, CancellationToken cancel)
    {
        var endpoint = await Find(id, cancel);
        var (line, form, labels) = (
            await Line(endpoint, cancel), await PostedForm.Of(request), new Labels(Visits.Language(request)));
        var reason = form.Lines("reason");
        if (line.State is null || form.Text("mark") != line.State.Value.Code())
            return await Again(request, line, reason, new(null, labels["Ops.Endpoint.Was"]), StatusCodes.Status409Conflict);
        if (line.State != CursorState.Active)
        {
            await own.Set(endpoint, CursorState.Active, null, null, cancel);
            request.Acted(ActionKind.EndpointResumed, endpoint.Id);
            await wakeUps.Send(new() { Webhooks = [endpoint.Id] });
            return SitePages.SeeOther(request, Path, "ENDPOINT_RESUMED");
        }
        if (TypedText.Wrong("reason", reason, MailControl.LongestReason, labels, "Ops.Endpoint.NoReason") is { } wrong)
            return await Again(request, line, reason, wrong, StatusCodes.Status422UnprocessableEntity);
        await own.Set(endpoint, CursorState.Paused, new(request.Caller().Name, clock.GetUtcNow()), reason, cancel);
        request.Acted(ActionKind.EndpointPaused, endpoint.Id);
        return SitePages.SeeOther(request, Path, "ENDPOINT_PAUSED");
    }

    private Task<IActionResult> Again(HttpRequest request, EndpointLine line, string? reason, FieldProblem problem, int status) =>
        pages.Show(request, visit => OperationsHtml.Endpoint(visit, line, reason, [problem]), status);

    private async Task<Endpoint> Find(string id, CancellationToken cancel) =>
        await endpoints.Find(id, cancel) ?? throw new ApiException(404, "No such endpoint", "");

    private async Task<EndpointLine> Line(Endpoint endpoint, CancellationToken cancel)
    {
        var cursor = await cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel);
        var attempts = await deliveries.List(WebhookChannel.ChannelName, endpoint.Id, Remembered, null, cancel);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return new(
            endpoint.Id, endpoint.Partner, endpoint.Url, cursor?.State,
            cursor is null ? endpoint.Consent?.Problem : cursor.StateReason, cursor?.Halt, cursor?.Behind(head) ?? 0, cursor?.FailingSince,
            attempts.FirstOrDefault(a => a.Outcome == Attempt.Delivered)?.At);
    }
}
