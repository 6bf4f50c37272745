using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Delivery.Webhooks;

/// <summary>A public key of the hub, on the curve P-256.</summary>
/// <param name="Id">Its id: RFC 7638 thumbprint, or the vault's version.</param>
/// <param name="X">X of the point, base64url.</param>
/// <param name="Y">Y of the point, base64url.</param>
public sealed record SigningKey(string Id, string X, string Y)
{
    /// <summary>Its signatures count from then on, UTC; null where no time is set.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>It signs until then, UTC; null where no time is set.</summary>
    public DateTimeOffset? Expires { get; init; }
}

/// <summary>A signature.</summary>
/// <param name="KeyId">The key that made it.</param>
/// <param name="Signature">Its r and s, 32 bytes each.</param>
public sealed record MessageSigned(string KeyId, byte[] Signature);

/// <summary>Signs with the hub's own key: ECDSA P-256 with SHA-256.</summary>
public interface IMessageSigner
{
    /// <summary>The keys whose signatures are about, the one that signs now first.</summary>
    Task<IReadOnlyList<SigningKey>> Keys(CancellationToken cancel);

    /// <summary>Signs what is made for the id of the key that signs now; null where the key cannot be reached.</summary>
    Task<MessageSigned?> Sign(Func<string, byte[]> message, CancellationToken cancel);
}

/// <summary>
/// HTTP message signatures (RFC 9421) over a webhook: method, address, digest of the body, media type, id and timestamp. Whoever has the
/// published key can check it, without a secret.
/// </summary>
public sealed class MessageSignature(string url, string id, DateTimeOffset at, byte[] body)
{
    private const string Components =
        "(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\" \"webhook-id\" \"webhook-timestamp\")";

    /// <summary>The value of the header <c>content-digest</c> (RFC 9530).</summary>
    public string ContentDigest { get; } = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";

    /// <summary>The bytes to sign (RFC 9421, section 2.5).</summary>
    public byte[] Base(string keyId) => Encoding.UTF8.GetBytes(FormattableString.Invariant($"""
        "@method": POST
        "@target-uri": {WebhookAddress.Ascii(url)}
        "content-digest": {ContentDigest}
        "content-type": {CloudEvent.MediaType}
        "webhook-id": {id}
        "webhook-timestamp": {at.ToUnixTimeSeconds()}
        "@signature-params": {Parameters(keyId)}
        """).ReplaceLineEndings("\n"));

    /// <summary>The values of the headers <c>signature-input</c> and <c>signature</c>.</summary>
    public (string Input, string Signature) Headers(MessageSigned signed) =>
        ($"hub={Parameters(signed.KeyId)}", $"hub=:{Convert.ToBase64String(signed.Signature)}:");

    private string Parameters(string keyId) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{Components};created={at.ToUnixTimeSeconds()};keyid=\"{keyId}\";alg=\"ecdsa-p256-sha256\"");
}
