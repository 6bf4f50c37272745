using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Partners;

/// <summary>Sends one event once more, under its own id, whatever else waits.</summary>
public sealed class ResendEvent(
    PartnerEndpoints own, IRegisterStore register, IWebhookSender sender, WebhookRequests requests, IDeliveryLog deliveries,
    WebhookSettings settings, TimeProvider clock)
{
    /// <summary>POST /api/endpoints/{id}/events/{sequence}/resend: one event, now and once; the response says what came of it.</summary>
    [Function("ResendEvent")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/events/{sequence}/resend")] HttpRequest request,
        string id, string sequence, CancellationToken cancel) =>
        Responses.PublicJson(await Send(request.Caller(), id, sequence, cancel));

    /// <summary>Sends it, and keeps that as an attempt.</summary>
    internal async Task<Attempt> Send(Caller partner, string id, string sequence, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        var e = await DeliveryRecords.EventOf(register, sequence, cancel);
        var cursor = await own.CursorOf(endpoint, cancel);
        if (cursor is null || endpoint.Consent is Consent.Denied)
            throw new ApiException(409, EndpointRefusals.NoConsent, "Nothing is sent there before its receiver has consented.");
        // A receiver takes what is older than what it has for a repeat: whatever comes before must have come.
        if (e.Sequence > cursor.Position + 1)
            throw new ApiException(
                409, EndpointRefusals.NotItsTurn, $"It waits behind event {cursor.Position + 1}: events come in the order of the log.");
        await own.TakeTurn(partner.Name, id, CallKind.Resend, cancel);
        var now = clock.GetUtcNow();
        var request = await requests.For(endpoint, CloudEvent.IdOf(e), CloudEvent.Of(e, settings.Source).ToBytes(), now, cancel)
            ?? throw EndpointRefusals.NoKey();
        var failed = await sender.Post(request, cancel);
        var took = (long)(clock.GetUtcNow() - now).TotalMilliseconds;
        var attempt = new Attempt(
            WebhookChannel.ChannelName, endpoint.Id, request.Id, e.Sequence, now, failed?.Reason ?? Attempt.Delivered, took);
        await deliveries.Add(attempt, CancellationToken.None);
        return attempt;
    }
}
