using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Core.Access;
using Hub.Core.Channels;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Json;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Endpoint = Hub.Core.Channels.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>A partner's own endpoints and their cursors.</summary>
public sealed class PartnerEndpoints(Callers callers, IEndpointStore endpoints, ICursorStore cursors)
{
    private const int Tries = 5;

    /// <summary>The endpoint of an id, where it is the caller's; another's is answered as if there were none.</summary>
    internal async Task<Endpoint> Own(HttpRequest request, string id, CancellationToken cancel)
    {
        var partner = await callers.Require(request, CallerKind.Partner);
        return await endpoints.Find(id, cancel) is { } endpoint && endpoint.Partner == partner.Name
            ? endpoint
            : throw new ApiException(404, "No such endpoint", "GET /api/endpoints lists yours.");
    }

    /// <summary>Changes its cursor at once: a delivery that is under way ends, and the next one sees the change.</summary>
    internal async Task Change(Endpoint endpoint, Func<Cursor, Cursor> change, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
            if (await cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel) is { } cursor && await cursors.Save(change(cursor), cancel) is not null)
                return;
        throw new ApiException(409, "Being delivered to", "Deliveries follow each other too quickly at this moment: send the request again.");
    }

    /// <summary>An endpoint as its partner sees it.</summary>
    internal async Task<JsonObject> View(Endpoint endpoint, CancellationToken cancel)
    {
        var cursor = await cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel);
        return new()
        {
            ["id"] = endpoint.Id,
            ["url"] = endpoint.Url,
            ["filter"] = JsonSerializer.SerializeToNode(endpoint.Filter, HubJson.Options),
            ["state"] = (cursor?.State ?? CursorState.Active).Code(),
            ["reason"] = cursor?.StateReason,
            ["position"] = cursor?.Position,
            ["failedAttempts"] = cursor?.Attempts,
            ["nextAttemptAt"] = cursor?.DueAt?.ToString("O"),
        };
    }
}
