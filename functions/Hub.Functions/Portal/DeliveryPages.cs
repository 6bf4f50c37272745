using System.Text;
using Hub.Delivery.Webhooks;
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
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>What was sent to an endpoint, and one event of it.</summary>
public sealed class DeliveryPages(
    SitePages pages, PortalEndpoints own, PartnerEndpoints cursors, DeliveryRecords records, ResendEvent resend, IRegisterStore register,
    StateChoices states, WebhookSettings settings)
{
    private const int Size = 25;

    /// <summary>GET /partners/endpoints/{id}/deliveries?before=.</summary>
    [Function("ShowPortalDeliveries")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/endpoints/{id}/deliveries")] HttpRequest request,
        string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(request, id, cancel);
        var (attempts, next) = await records.Page(endpoint, request.Asked("before"), Size, cancel);
        var language = Visits.Language(request);
        var events = await Task.WhenAll(attempts.Select(a => a.Sequence).Distinct().Select(n => EventOf(n, cancel)));
        var known = events.OfType<DirectoryEvent>().ToDictionary(e => e.Sequence);
        var rows = attempts.Select(a => new DeliveryRow(
            a, known.GetValueOrDefault(a.Sequence), states.Of(known.GetValueOrDefault(a.Sequence)?.State, language)));
        return await pages.Show(request, visit => PortalHtml.Deliveries(visit, new(endpoint, [.. rows], next)));
    }

    /// <summary>GET /partners/endpoints/{id}/events/{sequence}.</summary>
    [Function("ShowPortalDelivery")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/endpoints/{id}/events/{sequence}")] HttpRequest request,
        string id, string sequence, CancellationToken cancel) => Page(request, id, sequence, [], StatusCodes.Status200OK, cancel);

    /// <summary>POST /partners/endpoints/{id}/events/{sequence}/resend.</summary>
    [Function("ResendPortalEvent")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Resend(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners/endpoints/{id}/events/{sequence}/resend")] HttpRequest request,
        string id, string sequence, CancellationToken cancel) => PortalProblems.Or(
        request,
        async () =>
        {
            var attempt = await resend.Send(request.Caller(), id, sequence, cancel);
            return SitePages.SeeOther(
                request, PortalAddress.Endpoint(id, $"/events/{attempt.Sequence}"),
                attempt.Outcome == Attempt.Delivered ? "PORTAL_RESENT" : "PORTAL_RESENT_FAILED");
        },
        (problem, status) => Page(request, id, sequence, [problem], status, cancel));

    private async Task<IActionResult> Page(
        HttpRequest request, string id, string sequence, IReadOnlyList<FieldProblem> problems, int status, CancellationToken cancel)
    {
        var endpoint = await own.Own(request, id, cancel);
        var (e, summary) = await records.Of(endpoint, sequence, cancel);
        var cursor = await cursors.CursorOf(endpoint, cancel);
        var detail = new DeliveryDetail(
            endpoint, e, states.Of(e.State, Visits.Language(request)), summary, Body(e, settings.Source),
            e.Sequence <= cursor?.Position + 1);
        return await pages.Show(request, visit => PortalHtml.Delivery(visit, detail, problems), status);
    }

    // Byte by byte: whoever checks a signature by hand takes it from here.
    private static string Body(DirectoryEvent e, string source) => Encoding.UTF8.GetString(CloudEvent.Of(e, source).ToBytes());

    private async Task<DirectoryEvent?> EventOf(long sequence, CancellationToken cancel) =>
        sequence > 0 && await register.ReadEvents(sequence - 1, 1, cancel) is [var e] ? e : null;
}
