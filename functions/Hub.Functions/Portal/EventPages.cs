using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Console;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Events;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>What partners are told, and what everybody may read of the records that it is about.</summary>
public sealed class EventPages(SitePages pages, IRegisterStore register, StateChoices states, WebhookSettings settings)
{
    private const int Newest = 500;
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>GET /partners/events.</summary>
    [Function("ShowPortalEvents")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/events")] HttpRequest request,
        CancellationToken cancel)
    {
        var head = (await register.Read(Fresh, cancel)).Head.Sequence;
        var newest = await register.ReadEvents(Math.Max(0, head - Newest), Newest, cancel);
        var samples = Enum.GetValues<EventType>().Select(type => newest.LastOrDefault(e => e.Type == type) is { } e
            ? new EventSample(type, Sample(e), IsReal: true)
            : new EventSample(type, Sample(EventExamples.Of(type)), IsReal: false)).ToList();
        return await pages.Show(request, visit => PortalHtml.Events(visit, samples));
    }

    /// <summary>GET /records/{id}: what everybody may read of a record.</summary>
    [Function("ShowPublicRecord")]
    [PublicPage]
    public async Task<IActionResult> Record(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "records/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        if ((await register.Read(Fresh, cancel)).Authorities.GetValueOrDefault(id) is not { } record)
            throw new ApiException(404, "No such record", "");
        return await pages.Show(request, visit => PortalHtml.Record(
            visit, PublicOffice.Of(record, DateOnly.FromDateTime(visit.Now.UtcDateTime)), states.Of(record.State(), visit.Language)!));
    }

    /// <summary>GET /partners/signatures: how a receiver checks that what it gets is the directory's.</summary>
    [Function("ShowPortalSignatures")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Signatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/signatures")] HttpRequest request) =>
        pages.Show(request, PortalHtml.Signatures);

    // On lines of its own, to be read.
    private string Sample(DirectoryEvent e) =>
        JsonNode.Parse(CloudEvent.Of(e, settings.Source).ToBytes())!.ToJsonString(Readable);
}
