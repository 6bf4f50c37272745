using Hub.Delivery.Webhooks;
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
        var endpoint = await own.Own(request.Caller(), id, cancel);
        var state = (await RequestBody.Read<EndpointStateBody>(request)).State;
        if (state == CursorState.Disabled)
            throw new ApiException(422, "Not a state to set", "Set ACTIVE or PAUSED; the hub alone disables.");
        await own.Set(endpoint, state, null, null, cancel);
        await wakeUps.Send(new() { Webhooks = [endpoint.Id] });
        return Responses.Json(await own.View(endpoint, cancel));
    }

    /// <summary>POST /api/endpoints/{id}/replay: delivers every event after one again, in order, under the same ids.</summary>
    [Function("ReplayEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Replay(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/replay")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await own.Own(request.Caller(), id, cancel);
        var after = (await RequestBody.Read<ReplayBody>(request)).After;
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        if (after < 0 || after > head)
            throw new ApiException(422, "No such event", $"'after' must be a number from 0 to {head}, the last event.");
        await own.Change(endpoint, c => c with { Position = after, Attempts = 0, FailingSince = null, DueAt = null }, cancel);
        await wakeUps.Send(new() { Webhooks = [endpoint.Id] });
        return Responses.Json(await own.View(endpoint, cancel));
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
        var endpoint = await own.Own(request.Caller(), id, cancel);
        var overlap = TimeSpan.FromHours((await RequestBody.Read<RotationBody>(request)).OverlapHours ?? UsualOverlapHours);
        if (overlap < TimeSpan.Zero || overlap > Endpoint.LongestOverlap)
            throw new ApiException(
                422, "Not an overlap", $"'overlapHours' must be a number from 0 to {Endpoint.LongestOverlap.TotalHours:0}.");
        var (now, secret) = (clock.GetUtcNow(), WebhookSignature.Secret(ids.NewKey()));
        var rotated = await own.Change(endpoint, e => e.Rotated(secret, now, overlap), cancel);
        return Responses.Json(await own.View(rotated, cancel) with { Secret = rotated.Secret, EarlierSecretUntil = now + overlap });
    }

    /// <summary>POST /api/endpoints/{id}/test: a signed test event, now and once; the response says what came of it.</summary>
    [Function("TestEndpoint")]
    [Access(CallerKind.Partner)]
    public async Task<IActionResult> Test(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/endpoints/{id}/test")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var endpoint = await own.Own(request.Caller(), id, cancel);
        if (endpoint.Consent is not Consent.Given)
            throw new ApiException(
                409, "No consent", $"Nothing is sent there before its receiver has consented: POST /api/endpoints/{id}/consent asks it.");
        var now = clock.GetUtcNow();
        var test = HubEvent.Test(ids.New(), settings.Source, now);
        var failed = await requests.For(endpoint, test.Id, test.ToBytes(), now, cancel) is { } webhook
            ? await sender.Post(webhook, cancel)
            : throw new ApiException(503, "Not now", "The hub's signing key cannot be reached: try again in a minute.");
        var took = (clock.GetUtcNow() - now).TotalMilliseconds;
        return Responses.Json(new EndpointTest(test.Id, failed is null, failed?.Reason, (long)took));
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
public sealed record RotationBody(int? OverlapHours = null);
