using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Core.Access;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Json;
using Hub.Core.Register;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>The log, for partners: in order, from wherever they stand.</summary>
public sealed class ReadEvents(Callers callers, IRegisterStore register, WebhookSettings settings)
{
    private const int Page = 500;

    /// <summary>GET /api/events?after=&amp;limit=.</summary>
    [Function("ListEvents")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events")] HttpRequest request, CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader);
        var query = new QueryText(request).Only("after", "limit");
        var after = query.Number("after", 0, 0, long.MaxValue);
        var limit = (int)query.Number("limit", 100, 1, Page);
        var events = await register.ReadEvents(after, limit, cancel);
        if (events.Count == limit)
            request.HttpContext.Response.Headers.Link = $"</api/events?after={events[^1].Sequence}&limit={limit}>; rel=\"next\"";
        return Answers.PublicJson(new EventPage([.. events.Select(e => CloudEvent.Of(e, settings.Source))]));
    }

    /// <summary>GET /api/events/head.</summary>
    [Function("GetHead")]
    public async Task<IActionResult> Head(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/head")] HttpRequest request, CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader);
        return Answers.PublicJson((await register.Read(TimeSpan.Zero, cancel)).Head);
    }

    /// <summary>GET /api/events/verify: every event read again, and every hash computed again.</summary>
    [Function("VerifyEvents")]
    public async Task<IActionResult> Verify(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/events/verify")] HttpRequest request, CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Partner, CallerKind.Secretariat, CallerKind.Reader);
        var (verifier, head, broken) = await register.Verify(cancel);
        return Answers.PublicJson(new JsonObject
        {
            ["verified"] = broken is null,
            ["events"] = verifier.Verified.Sequence,
            ["head"] = JsonSerializer.SerializeToNode(head, HubJson.Public),
            ["break"] = broken is null ? null : JsonSerializer.SerializeToNode(broken, HubJson.Public),
        });
    }
}

/// <summary>A page of the log.</summary>
/// <param name="Items">The events.</param>
public sealed record EventPage(IReadOnlyList<CloudEvent> Items) : IPublic;
