using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
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
    [PublicAccess]
    public async Task<IActionResult> Keys(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ".well-known/jwks.json")] HttpRequest request,
        CancellationToken cancel)
    {
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=600";
        return Responses.PublicJson(new JsonWebKeys([.. (await signer.Keys(cancel)).Select(JsonWebKey.Of)]));
    }
}
