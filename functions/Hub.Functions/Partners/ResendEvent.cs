using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>Sends one event once more, under its own id, whatever else waits.</summary>
public sealed class ResendEvent(
    PartnerEndpoints own, IRegisterStore register, IWebhookSender sender, WebhookRequests requests, IDeliveryLog deliveries,
    WebhookSettings settings, TimeProvider clock)
{
    // Whoever has a key could have the hub call on anybody's server, as often as it likes.
    private TimeSpan Pause => settings.Minute / 6;

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
        await TakeTurn(endpoint, cancel);
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

    // Of those who ask at the same moment, one is first.
    private async Task TakeTurn(Endpoint endpoint, CancellationToken cancel)
    {
        var (now, wait) = (clock.GetUtcNow(), TimeSpan.Zero);
        await own.Change(
            endpoint,
            e =>
            {
                wait = e.ResentAt is { } last ? last + Pause - now : TimeSpan.Zero;
                return wait > TimeSpan.Zero ? e : e with { ResentAt = now };
            },
            cancel);
        if (wait > TimeSpan.Zero)
            throw new ApiException(
                429, EndpointRefusals.JustNow, "An event was sent there again just now: send the next one a little later.")
            {
                Headers = { ["Retry-After"] = $"{(int)Math.Ceiling(wait.TotalSeconds)}" },
            };
    }
}
