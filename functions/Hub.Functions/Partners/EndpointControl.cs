using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Partners;

/// <summary>What a partner does with an endpoint that it has: every change has its effect at once.</summary>
public sealed class EndpointControl(
    PartnerEndpoints own, IRegisterStore register, IWebhookSender sender, WebhookRequests requests, WebhookSettings settings,
    IWakeUpSender wakeUps, IIdentifiers ids, TimeProvider clock)
{
    private const int UsualOverlapHours = 24;

    /// <summary>PUT /api/endpoints/{id}/state: pauses it, or sets it going again from where it stopped.</summary>
    [Function("SetEndpointState")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> SetState(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/endpoints/{id}/state")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await own.Own(request.Caller(), id, cancel);
        var state = (await RequestBody.Read<EndpointStateBody>(request)).State;
        if (state == CursorState.Disabled)
            throw new ApiException(422, "Not a state to set", "Set ACTIVE or PAUSED; the hub alone disables.");
        return Responses.Json(await Switch(request.Caller(), id, state, cancel));
    }

    /// <summary>Pauses it, or sets it going again from where it stopped.</summary>
    internal async Task<EndpointView> Switch(Caller partner, string id, CursorState state, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        await own.Set(endpoint, state, null, null, cancel);
        return await Woken(endpoint, cancel);
    }

    /// <summary>Tries at once what waits for its time; a count of failures goes on.</summary>
    internal async Task<EndpointView> TryNow(Caller partner, string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        await own.TakeTurn(partner.Name, id, CallKind.Retry, cancel);
        await own.Change(endpoint, c => c with { DueAt = null }, cancel);
        return await Woken(endpoint, cancel);
    }

    /// <summary>POST /api/endpoints/{id}/replay: delivers every event after one again, in order, under the same ids.</summary>
    [Function("ReplayEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/replay")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await own.Own(request.Caller(), id, cancel);
        return Responses.Json(await SendAgain(request.Caller(), id, (await RequestBody.Read<ReplayBody>(request)).After, cancel));
    }

    /// <summary>Delivers every event after one again.</summary>
    internal async Task<EndpointView> SendAgain(Caller partner, string id, long after, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        if (after < 0 || after > head)
            throw new ApiException(422, EndpointRefusals.Event, $"'after' must be a number from 0 to {head}, the last event.");
        await own.Change(endpoint, c => c with { Position = after, Attempts = 0, FailingSince = null, DueAt = null }, cancel);
        return await Woken(endpoint, cancel);
    }

    /// <summary>
    /// POST /api/endpoints/{id}/secret: a new secret, shown this once; the one before goes on signing for as long as is asked.
    /// </summary>
    [Function("RotateSecret")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Rotate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/secret")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var shown = await own.Own(request.Caller(), id, cancel);
        var body = await RequestBody.Read<RotationBody>(request);
        return Responses.Json(await NewSecret(
            request.Caller(), id, body.SecretMark ?? shown.SecretMark, body.OverlapHours ?? UsualOverlapHours, cancel));
    }

    /// <summary>
    /// A new secret in place of the one that a mark is of; the one before goes on signing for some hours. The view holds it, this once.
    /// Of several who replace the same one, one does, and the others are told: a secret that was shown is the one that signs.
    /// </summary>
    internal async Task<EndpointView> NewSecret(Caller partner, string id, string mark, int overlapHours, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        var overlap = TimeSpan.FromHours(overlapHours);
        if (overlap < TimeSpan.Zero || overlap > Endpoint.LongestOverlap)
            throw new ApiException(
                422, EndpointRefusals.Overlap, $"'overlapHours' must be a number from 0 to {Endpoint.LongestOverlap.TotalHours:0}.");
        var (now, secret) = (clock.GetUtcNow(), WebhookSignature.Secret(ids.NewKey()));
        var rotated = await own.Change(
            endpoint, e => e.SecretMark == mark ? e.Rotated(secret, now, overlap) : throw EndpointRefusals.Replaced(), cancel);
        return await own.View(rotated, cancel) with { Secret = rotated.Secret, EarlierSecretUntil = now + overlap };
    }

    /// <summary>POST /api/endpoints/{id}/test: a signed test event, now and once; the response says what came of it.</summary>
    [Function("TestEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Test(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/test")] HttpRequest request, string id,
        CancellationToken cancel) => Responses.Json(await SendTest(request.Caller(), id, cancel));

    /// <summary>Sends a signed test event, now and once.</summary>
    internal async Task<EndpointTest> SendTest(Caller partner, string id, CancellationToken cancel)
    {
        var endpoint = await own.Own(partner, id, cancel);
        if (endpoint.Consent is not Consent.Given)
            throw new ApiException(
                409, EndpointRefusals.NoConsent, $"Nothing is sent there before its receiver has consented: POST /api/endpoints/{id}/consent asks it.");
        await own.TakeTurn(partner.Name, id, CallKind.Test, cancel);
        var now = clock.GetUtcNow();
        var test = HubEvent.Test(ids.New(), settings.Source, now);
        var failed = await requests.For(endpoint, test.Id, test.ToBytes(), now, cancel) is { } webhook
            ? await sender.Post(webhook, cancel)
            : throw EndpointRefusals.NoKey();
        var took = (clock.GetUtcNow() - now).TotalMilliseconds;
        return new(test.Id, failed is null, failed?.Reason, (long)took);
    }

    private async Task<EndpointView> Woken(Endpoint endpoint, CancellationToken cancel)
    {
        await wakeUps.Send(new() { Webhooks = [endpoint.Id] });
        return await own.View(endpoint, cancel);
    }
}

/// <summary>A state as it is sent.</summary>
/// <param name="State">ACTIVE or PAUSED.</param>
public sealed record EndpointStateBody(CursorState State);

/// <summary>A replay as it is asked for.</summary>
/// <param name="After">The event after which everything comes again.</param>
public sealed record ReplayBody(long After);

/// <summary>A rotation as it is asked for.</summary>
/// <param name="OverlapHours">For how long the secret before goes on signing; 24 where absent, 168 at most.</param>
/// <param name="SecretMark">The mark of the secret that is to be replaced; that of the present one where absent.</param>
public sealed record RotationBody(int? OverlapHours = null, string? SecretMark = null);
