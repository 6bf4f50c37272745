using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hub.Receiver;

/// <summary>The hub's public keys, as it publishes them at <c>/.well-known/jwks.json</c> (RFC 7517): P-256 only.</summary>
public sealed class JwkSet
{
    private readonly Dictionary<string, ECParameters> _keys;

    private JwkSet(Dictionary<string, ECParameters> keys) => _keys = keys;

    /// <summary>Reads a key set; keys of other kinds are passed over.</summary>
    /// <param name="json">The JSON of the set, as it was fetched.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="KeyNotFoundException">It has no <c>keys</c>.</exception>
    /// <exception cref="InvalidOperationException"><c>keys</c> is no list of objects.</exception>
    /// <exception cref="FormatException">A coordinate of a key is not base64url.</exception>
    /// <exception cref="ArgumentException">Two keys have the same <c>kid</c>.</exception>
    public static JwkSet Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var keys = document.RootElement.GetProperty("keys").EnumerateArray()
            .Where(k => Text(k, "kty") == "EC" && Text(k, "crv") == "P-256");
        return new(keys.ToDictionary(k => Text(k, "kid") ?? "", Point, StringComparer.Ordinal));
    }

    /// <summary>Whether a key of the set made a signature over some bytes: ECDSA with SHA-256.</summary>
    /// <param name="keyId">The key's <c>kid</c>; false where the set has none of it.</param>
    /// <param name="signed">The bytes that were signed, not their hash.</param>
    /// <param name="signature">r and s, 32 bytes each; false where it is longer or shorter.</param>
    /// <exception cref="CryptographicException">The key's coordinates are no point of the curve.</exception>
    public bool Verifies(string keyId, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        if (!_keys.TryGetValue(keyId, out var point))
            return false;
        using var key = ECDsa.Create(point);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256);
    }

    /// <summary>
    /// Whether the set has a key: one that it lacks may be new, and the set wants to be fetched again, at most every ten minutes.
    /// </summary>
    /// <param name="keyId">The key's <c>kid</c>; capitals count.</param>
    public bool Has(string keyId) => _keys.ContainsKey(keyId);

    private static ECParameters Point(JsonElement key) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Base64Url.DecodeFromChars(Text(key, "x")), Y = Base64Url.DecodeFromChars(Text(key, "y")) },
    };

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
