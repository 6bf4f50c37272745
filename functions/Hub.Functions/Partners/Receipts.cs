using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>Who has confirmed what.</summary>
public sealed class Receipts(
    PartnerEndpoints own, IReceiptStore receipts, IEndpointStore endpoints, ICursorStore cursors, IRegisterStore register,
    TimeProvider clock)
{
    /// <summary>POST /api/endpoints/{id}/receipts: the partner has everything up to an event, whose hash it tells.</summary>
    [Function("GiveReceipt")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Give(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/receipts")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await own.Own(request.Caller(), id, cancel);
        return Responses.PublicJson(await Confirm(request.Caller(), id, await RequestBody.Read<ReceiptBody>(request), cancel));
    }

    /// <summary>Takes a receipt.</summary>
    internal async Task<Receipt> Confirm(Caller partner, string id, ReceiptBody body, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        if (body.Sequence < 1 || await register.ReadEvents(body.Sequence - 1, 1, cancel) is not [var e])
            throw new ApiException(422, EndpointRefusals.Event, "GET /api/events/head tells the number of the last one.");
        if (e.Hash != body.Hash)
            throw new ApiException(
                422, EndpointRefusals.OtherHash,
                $"Event {body.Sequence} has another hash in the log: what you hold is not what was sent. "
                + "GET /api/events/digest/states finds the difference.");
        if (await receipts.Find(id, cancel) is { } last && last.Sequence > body.Sequence)
            throw new ApiException(409, EndpointRefusals.Further, $"You have confirmed everything up to event {last.Sequence}.");
        var receipt = new Receipt(id, endpoint.Partner, body.Sequence, body.Hash, clock.GetUtcNow());
        await receipts.Save(receipt, cancel);
        return receipt;
    }

    /// <summary>
    /// GET /api/receipts: every endpoint, how far it was delivered to and how far its partner has confirmed, for the Secretariat.
    /// </summary>
    [Function("ListReceipts")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/receipts")] HttpRequest request, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        var confirmed = (await receipts.List(cancel)).ToDictionary(r => r.Endpoint);
        var moving = (await cursors.Of(WebhookChannel.ChannelName, cancel)).ToDictionary(c => c.Name);
        var rows = (await endpoints.List(null, cancel))
            .OrderBy(e => e.Partner, StringComparer.Ordinal).ThenBy(e => e.Id, StringComparer.Ordinal)
            .Select(e => Standing(e, moving.GetValueOrDefault(e.Id), confirmed.GetValueOrDefault(e.Id)));
        return Responses.PublicJson(new StandingList(head, [.. rows]));
    }

    private static EndpointStanding Standing(Endpoint endpoint, Cursor? cursor, Receipt? receipt) => new(
        endpoint.Partner, endpoint.Id, EndpointStates.Of(cursor), cursor?.StateReason, cursor?.FailingSince,
        cursor?.Position ?? endpoint.After, receipt?.Sequence, receipt?.At);
}

/// <summary>A receipt as it is sent.</summary>
/// <param name="Sequence">The event up to which the partner has everything.</param>
/// <param name="Hash">That event's hash.</param>
public sealed record ReceiptBody(long Sequence, string Hash);

/// <summary>Where an endpoint stands.</summary>
/// <param name="Partner">Its partner.</param>
/// <param name="Endpoint">Its id.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">Why it is not well.</param>
/// <param name="FailingSince">Since when its deliveries fail, UTC.</param>
/// <param name="Delivered">The last event that was dealt with.</param>
/// <param name="Confirmed">The last event that its partner has confirmed.</param>
/// <param name="ConfirmedAt">When, UTC.</param>
public sealed record EndpointStanding(
    string Partner, string Endpoint, EndpointState State, string? Reason, DateTimeOffset? FailingSince, long Delivered, long? Confirmed,
    DateTimeOffset? ConfirmedAt) : IPublic;

/// <summary>Where all endpoints stand.</summary>
/// <param name="Head">The last event of the log.</param>
/// <param name="Items">The endpoints.</param>
public sealed record StandingList(long Head, IReadOnlyList<EndpointStanding> Items) : IPublic;
