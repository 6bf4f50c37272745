using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Log.Proofs;

namespace Hub.Delivery.Webhooks;

/// <summary>
/// Signs digests of the log with the hub's own key, as JWS in compact form (RFC 7515, ES256): who has the published key can check them.
/// </summary>
public sealed class DigestSigner(IMessageSigner signer, WebhookSettings settings, TimeProvider clock)
{
    /// <summary>The media type of what is signed.</summary>
    public const string ContentType = "application/vnd.directory-hub.digest+json";

    /// <summary>A digest, signed; null where the hub's key cannot be reached.</summary>
    public async Task<string?> Sign(LogDigest digest, CancellationToken cancel)
    {
        var said = JsonSerializer.SerializeToNode(digest, HubJson.Public)!.AsObject();
        said["source"] = settings.Source;
        said["signedAt"] = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var payload = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(said.ToJsonString(HubJson.Options)));
        return await signer.Sign(keyId => Encoding.ASCII.GetBytes($"{Header(keyId)}.{payload}"), cancel) is { } signed
            ? $"{Header(signed.KeyId)}.{payload}.{Base64Url.EncodeToString(signed.Signature)}"
            : null;
    }

    private static string Header(string keyId) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        new JsonObject { ["alg"] = "ES256", ["kid"] = keyId, ["cty"] = ContentType }.ToJsonString(HubJson.Options)));
}
