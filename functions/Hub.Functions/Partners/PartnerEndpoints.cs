using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Delivery.Webhooks;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>Partners' endpoints and their cursors, for those who may deal with them.</summary>
public sealed class PartnerEndpoints(Callers callers, IEndpointStore endpoints, ICursorStore cursors)
{
    /// <summary>The state of an endpoint whose receiver has not consented.</summary>
    internal const string AwaitingConsent = "AWAITING_CONSENT";

    private const int Tries = 5;

    /// <summary>The endpoint of an id, where it is the caller's; another's is answered as if there were none.</summary>
    internal async Task<Endpoint> Own(HttpRequest request, string id, CancellationToken cancel)
    {
        var partner = await callers.Require(request, CallerKind.Partner);
        return await endpoints.Find(id, cancel) is { } endpoint && endpoint.Partner == partner.Name ? endpoint : throw NoSuch();
    }

    /// <summary>The endpoint of an id, to read about: the caller's own, or any for the Secretariat.</summary>
    internal async Task<Endpoint> Readable(HttpRequest request, string id, CancellationToken cancel)
    {
        var caller = await callers.Require(request, CallerKind.Partner, CallerKind.Secretariat);
        return await endpoints.Find(id, cancel) is { } endpoint
            && (caller.Kind == CallerKind.Secretariat || endpoint.Partner == caller.Name)
            ? endpoint
            : throw NoSuch();
    }

    /// <summary>Changes the endpoint as it is now.</summary>
    internal async Task<Endpoint> Change(Endpoint endpoint, Func<Endpoint, Endpoint> change, CancellationToken cancel) =>
        await endpoints.Change(endpoint.Id, change, cancel) ?? throw NoSuch();

    /// <summary>Changes its cursor at once: a delivery that is under way ends, and the next one sees the change.</summary>
    internal async Task Change(Endpoint endpoint, Func<Cursor, Cursor> change, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
            if (await CursorOf(endpoint, cancel) is not { } cursor)
                throw new ApiException(
                    409, "No consent yet", "Its receiver has not consented: POST /api/endpoints/{id}/consent asks it again.");
            else if (await cursors.Save(change(cursor), cancel) is not null)
                return;
        throw new ApiException(
            409, "Being delivered to", "Deliveries follow each other too quickly at this moment: send the request again.");
    }

    /// <summary>How far it has come; null before its receiver's consent.</summary>
    internal Task<Cursor?> CursorOf(Endpoint endpoint, CancellationToken cancel) =>
        cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel);

    /// <summary>An endpoint as its partner sees it.</summary>
    internal async Task<JsonObject> View(Endpoint endpoint, CancellationToken cancel) => View(endpoint, await CursorOf(endpoint, cancel));

    /// <summary>An endpoint and its cursor as its partner sees them.</summary>
    internal static JsonObject View(Endpoint endpoint, Cursor? cursor) => new()
    {
        ["id"] = endpoint.Id,
        ["url"] = endpoint.Url,
        ["filter"] = JsonSerializer.SerializeToNode(endpoint.Filter, HubJson.Options),
        ["rate"] = endpoint.Rate,
        ["consent"] = JsonSerializer.SerializeToNode(endpoint.Consent, HubJson.Options),
        ["state"] = cursor?.State.Code() ?? AwaitingConsent,
        ["reason"] = cursor is null ? endpoint.Consent?.Problem : cursor.StateReason,
        ["position"] = cursor?.Position ?? endpoint.After,
        ["failedAttempts"] = cursor?.Attempts ?? 0,
        ["failingSince"] = cursor?.FailingSince?.ToString("O"),
        ["nextAttemptAt"] = cursor?.DueAt?.ToString("O"),
        ["newUrl"] = endpoint.Change?.Url,
    };

    private static ApiException NoSuch() => new(404, "No such endpoint", "GET /api/endpoints lists yours.");
}
