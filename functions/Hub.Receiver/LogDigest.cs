using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Hub.Receiver;

/// <summary>The hub's log up to an event in one hash, as the hub signs it at <c>GET /api/events/digest</c>.</summary>
/// <param name="Sequence">The number of the event, from 1, and of the tree's leaves.</param>
/// <param name="Hash">The event's hash: SHA-256, 64 hexadecimal digits in lower case.</param>
/// <param name="Root">
/// The root of the Merkle tree (RFC 6962) over the hashes of the events from the first to this one: 64 hexadecimal digits in lower case.
/// </param>
/// <param name="SignedAt">When it was signed, UTC.</param>
public sealed record LogDigest(long Sequence, string Hash, string Root, DateTimeOffset SignedAt)
{
    /// <summary>The media type that a signed digest names in its header <c>cty</c>.</summary>
    public const string ContentType = "application/vnd.directory-hub.digest+json";

    /// <summary>A digest whose signature is right, or what is wrong with it. How old it may be is the receiver's to decide.</summary>
    /// <param name="signed">JWS in compact form (RFC 7515) with ES256: the field <c>signed</c> of the answer.</param>
    /// <param name="keys">The hub's published keys.</param>
    /// <returns>The digest and null; or null and what is wrong, as a sentence in English.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key's coordinates are no point of the curve.</exception>
    public static (LogDigest? Digest, string? Problem) Read(string signed, JwkSet keys)
    {
        if (signed.Split('.') is not [var header, var payload, var signature] || signed.Split('.').Any(p => !Base64Url.IsValid(p)))
            return (null, "It is no JWS in compact form.");
        try
        {
            var (keyId, problem) = Header(Base64Url.DecodeFromChars(header));
            if (problem is not null)
                return (null, problem);
            return keys.Verifies(keyId, Encoding.ASCII.GetBytes($"{header}.{payload}"), Base64Url.DecodeFromChars(signature))
                ? (Payload(Base64Url.DecodeFromChars(payload)), null)
                : (null, keys.Has(keyId) ? "The signature is not right." : "The key set has no key of this kid: fetch it again.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return (null, "What is signed is no digest.");
        }
    }

    // Only the one algorithm, whatever the header asks for.
    private static (string KeyId, string? Problem) Header(byte[] json)
    {
        using var header = JsonDocument.Parse(json);
        var root = header.RootElement;
        if (root.GetProperty("alg").GetString() != "ES256" || root.TryGetProperty("crit", out _))
            return ("", "The signature's algorithm is not ES256.");
        return root.GetProperty("cty").GetString() == ContentType
            ? (root.GetProperty("kid").GetString() ?? "", null)
            : ("", "What is signed is no digest.");
    }

    private static LogDigest Payload(byte[] json)
    {
        using var payload = JsonDocument.Parse(json);
        var root = payload.RootElement;
        return new(
            root.GetProperty("sequence").GetInt64(), root.GetProperty("hash").GetString()!, root.GetProperty("root").GetString()!,
            root.GetProperty("signedAt").GetDateTimeOffset());
    }
}
