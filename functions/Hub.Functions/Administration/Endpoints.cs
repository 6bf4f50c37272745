using System.Text.Json.Nodes;
using Hub.Core;
using Hub.Core.Access;
using Hub.Core.Channels;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Json;
using Hub.Core.Register;
using Hub.Functions.Http;
using Hub.Functions.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Core.Channels.Webhooks.Endpoint;

namespace Hub.Functions.Administration;

/// <summary>A partner's webhook endpoints.</summary>
public sealed class Endpoints(
    Callers callers, IEndpointStore endpoints, ICursorStore cursors, IDeliveryLog deliveries, IRegisterStore register, IIdentifiers ids,
    HubSettings settings, TimeProvider clock)
{
    private const int MostOfAPartner = 20;

    /// <summary>POST /api/endpoints: the answer holds the secret, this once. It is told of events after <c>after</c>, or of those to come.</summary>
    [Function("CreateEndpoint")]
    public async Task<IActionResult> Create(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints")] HttpRequest request, CancellationToken cancel)
    {
        var partner = await callers.Require(request, CallerKind.Partner);
        var body = await RequestBody.Read<EndpointBody>(request);
        CheckUrl(body.Url);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        if (body.After is { } given && (given < 0 || given > head))
            throw new ApiException(422, "No such event", $"'after' must be a number from 0 to {head}, the last event.");
        if ((await endpoints.List(partner.Name, cancel)).Count >= MostOfAPartner)
            throw new ApiException(409, "Too many endpoints", $"A partner has at most {MostOfAPartner}; delete one first.");
        var endpoint = new Endpoint(ids.New(), partner.Name, body.Url, WebhookSignature.NewSecret(), clock.GetUtcNow());
        await endpoints.Save(endpoint, cancel);
        await cursors.Create(new() { Channel = WebhookChannel.ChannelName, Name = endpoint.Id, Position = body.After ?? head }, cancel);
        var view = await View(endpoint, cancel);
        view["secret"] = endpoint.Secret;
        return Answers.Json(view, StatusCodes.Status201Created);
    }

    /// <summary>GET /api/endpoints.</summary>
    [Function("ListEndpoints")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/endpoints")] HttpRequest request, CancellationToken cancel)
    {
        var partner = await callers.Require(request, CallerKind.Partner);
        var views = await Task.WhenAll((await endpoints.List(partner.Name, cancel)).Select(e => View(e, cancel)));
        return Answers.Json(new JsonObject { ["items"] = new JsonArray([.. views]) });
    }

    /// <summary>GET /api/endpoints/{id}/attempts.</summary>
    [Function("ListAttempts")]
    public async Task<IActionResult> Attempts(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/endpoints/{id}/attempts")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await Own(request, id, cancel);
        return Answers.Json(new { Items = await deliveries.List(WebhookChannel.ChannelName, endpoint.Id, 100, cancel) });
    }

    /// <summary>PUT /api/endpoints/{id}/state: pauses it, or sets it going again from where it stopped.</summary>
    [Function("SetEndpointState")]
    public async Task<IActionResult> SetState(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/endpoints/{id}/state")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await Own(request, id, cancel);
        var body = await RequestBody.Read<EndpointStateBody>(request);
        if (body.State == CursorState.Disabled)
            throw new ApiException(422, "Not a state to set", "Set ACTIVE or PAUSED; the hub alone disables.");
        if (await cursors.Find(WebhookChannel.ChannelName, id, cancel) is not { } cursor
            || await cursors.Save(cursor with { State = body.State, StateReason = null, Attempts = 0, FailingSince = null, DueAt = null }, cancel) is null)
            throw new ApiException(409, "Being delivered to", "A delivery is under way at this moment: send the request again.");
        return Answers.Json(await View(endpoint, cancel));
    }

    /// <summary>DELETE /api/endpoints/{id}.</summary>
    [Function("DeleteEndpoint")]
    public async Task<IActionResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/endpoints/{id}")] HttpRequest request, string id, CancellationToken cancel)
    {
        var endpoint = await Own(request, id, cancel);
        await endpoints.Delete(endpoint.Id, cancel);
        await cursors.Delete(WebhookChannel.ChannelName, endpoint.Id, cancel);
        return new NoContentResult();
    }

    private async Task<Endpoint> Own(HttpRequest request, string id, CancellationToken cancel)
    {
        var partner = await callers.Require(request, CallerKind.Partner);
        return await endpoints.Find(id, cancel) is { } endpoint && endpoint.Partner == partner.Name
            ? endpoint
            : throw new ApiException(404, "No such endpoint", "GET /api/endpoints lists yours.");
    }

    private void CheckUrl(string url)
    {
        var known = Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0;
        var allowed = known && (uri!.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback && settings.AllowLoopbackWebhooks));
        if (!allowed)
            throw new ApiException(422, "Not an address for webhooks", "'url' must be an https address, without user name and password in it.");
    }

    private async Task<JsonObject> View(Endpoint endpoint, CancellationToken cancel)
    {
        var cursor = await cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel);
        return new()
        {
            ["id"] = endpoint.Id,
            ["url"] = endpoint.Url,
            ["state"] = (cursor?.State ?? CursorState.Active).Code(),
            ["reason"] = cursor?.StateReason,
            ["position"] = cursor?.Position,
            ["failedAttempts"] = cursor?.Attempts,
            ["nextAttemptAt"] = cursor?.DueAt?.ToString("O"),
        };
    }
}

/// <summary>An endpoint as it is sent.</summary>
/// <param name="Url">Where to post.</param>
/// <param name="After">The event after which it wants to be told; those to come where absent.</param>
public sealed record EndpointBody(string Url, long? After = null);

/// <summary>A state as it is sent.</summary>
/// <param name="State">ACTIVE or PAUSED.</param>
public sealed record EndpointStateBody(CursorState State);
