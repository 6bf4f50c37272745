using System.Text.Json.Nodes;
using Hub.Delivery.Webhooks;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>What everyone may know of the hub's keys.</summary>
public sealed class WellKnown(IMessageSigner signer)
{
    /// <summary>GET /.well-known/jwks.json: the public keys of the webhooks' message signatures (RFC 7517).</summary>
    [Function("KeySet")]
    public async Task<IActionResult> Keys(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ".well-known/jwks.json")] HttpRequest request,
        CancellationToken cancel)
    {
        var keys = (await signer.Keys(cancel)).Select(View);
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=600";
        return Answers.PublicJson(new JsonObject { ["keys"] = new JsonArray([.. keys]) });
    }

    // The times as claims are written (RFC 7519, section 2): seconds since 1970.
    private static JsonNode View(SigningKey key)
    {
        var view = new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["alg"] = "ES256", ["use"] = "sig", ["kid"] = key.Id, ["x"] = key.X, ["y"] = key.Y,
        };
        if (key.NotBefore is { } from)
            view["nbf"] = from.ToUnixTimeSeconds();
        if (key.Expires is { } until)
            view["exp"] = until.ToUnixTimeSeconds();
        return view;
    }
}
