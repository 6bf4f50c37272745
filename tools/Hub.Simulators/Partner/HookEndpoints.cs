using System.Text;
using Hub.Receiver;
using Hub.Simulators.Control;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hub.Simulators.Partner;

/// <summary>What a sender sees: the handshake of CloudEvents webhooks, and the hook itself.</summary>
public sealed class HookEndpoints(HookStore store, TimeProvider time)
{
    private const string EventsAMinute = "120";

    public void Map(WebApplication app)
    {
        app.On("OPTIONS", "/hooks/{name}", Consent);
        app.On("POST", "/hooks/{name}", Receive);
    }

    private static IResult Consent(HttpContext http)
    {
        if (http.Request.Headers["WebHook-Request-Origin"].ToString() is not { Length: > 0 } origin)
            return Results.BadRequest("The request has no WebHook-Request-Origin header.");
        http.Response.Headers["WebHook-Allowed-Origin"] = origin;
        http.Response.Headers["WebHook-Allowed-Rate"] =
            http.Request.Headers["WebHook-Request-Rate"].FirstOrDefault() ?? EventsAMinute;
        http.Response.Headers.Allow = "OPTIONS, POST";
        return Results.Ok();
    }

    private async Task<IResult> Receive(HttpContext http)
    {
        var kept = await Read(http);
        store.Keep(kept);
        if (kept.SignatureValid is false)
            return Results.Text(kept.SignatureProblem, statusCode: 401);
        // Whoever asks for consent gets it: a partner that denies it is one with a fault.
        return kept.Event?["data"]?["challenge"] is { } challenge
            ? Results.Json(new { challenge = challenge.ToString() })
            : Results.NoContent();
    }

    private async Task<Delivery> Read(HttpContext http)
    {
        using var copy = new MemoryStream();
        await http.Request.Body.CopyToAsync(copy);
        var (name, body, headers) = ((string)http.GetRouteValue("name")!, copy.ToArray(), http.Request.Headers);
        var text = Encoding.UTF8.GetString(body);
        var delivery = new Delivery(
            0, name, time.GetUtcNow(), headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], text);
        var (found, problem) = CloudEvents.Read(headers, http.Request.ContentType, text);
        return Judge(delivery, Webhook(http.Request, body)) with
        {
            Event = found, EventProblem = problem, Sequence = found?["sequence"]?.ToString(),
        };
    }

    private static ReceivedWebhook Webhook(HttpRequest request, byte[] body) => new(
        request.GetEncodedUrl(), request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()), body);

    private Delivery Judge(Delivery delivery, ReceivedWebhook webhook)
    {
        if (store.Keys(delivery.Hook) is not { } keys)
            return delivery with { SignatureProblem = "No secret is registered for this hook." };
        var now = time.GetUtcNow();
        var problem = StandardWebhook.Problem(webhook, keys.Secret, now)
            ?? (keys.KeySet is { } set ? MessageSignature.Problem(webhook, JwkSet.Parse(set.ToJsonString()), now) : null);
        return delivery with { SignatureValid = problem is null, SignatureProblem = problem };
    }
}
