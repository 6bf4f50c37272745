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
    public static JwkSet Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var keys = document.RootElement.GetProperty("keys").EnumerateArray()
            .Where(k => Text(k, "kty") == "EC" && Text(k, "crv") == "P-256");
        return new(keys.ToDictionary(k => Text(k, "kid") ?? "", Point, StringComparer.Ordinal));
    }

    /// <summary>Whether a key of the set made a signature (r and s, 32 bytes each) over some bytes.</summary>
    public bool Verifies(string keyId, ReadOnlySpan<byte> signed, ReadOnlySpan<byte> signature)
    {
        if (!_keys.TryGetValue(keyId, out var point))
            return false;
        using var key = ECDsa.Create(point);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256);
    }

    /// <summary>Whether the set has a key: one that it lacks may be new, and the set wants to be fetched again.</summary>
    public bool Has(string keyId) => _keys.ContainsKey(keyId);

    private static ECParameters Point(JsonElement key) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Base64Url.DecodeFromChars(Text(key, "x")), Y = Base64Url.DecodeFromChars(Text(key, "y")) },
    };

    private static string? Text(JsonElement key, string name) =>
        key.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
