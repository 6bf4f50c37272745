using Hub.Delivery.Webhooks;
using Hub.Register.Json;

namespace Hub.Functions.Lookup;

/// <summary>A key set (RFC 7517).</summary>
/// <param name="Keys">The keys.</param>
public sealed record JsonWebKeys(IReadOnlyList<JsonWebKey> Keys) : IPublic;

/// <summary>A public key (RFC 7517), with times as claims are written (RFC 7519, section 2): seconds since 1970.</summary>
/// <param name="Kty">The family of keys.</param>
/// <param name="Crv">The curve.</param>
/// <param name="Alg">The algorithm.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Kid">Its id.</param>
/// <param name="X">Its point.</param>
/// <param name="Y">Its point.</param>
/// <param name="Nbf">It signs from then on.</param>
/// <param name="Exp">It signs until then.</param>
public sealed record JsonWebKey(
    string Kty, string Crv, string Alg, string Use, string Kid, string X, string Y, long? Nbf, long? Exp) : IPublic
{
    /// <summary>The public part of a signing key.</summary>
    public static JsonWebKey Of(SigningKey key) => new(
        "EC", "P-256", "ES256", "sig", key.Id, key.X, key.Y, key.NotBefore?.ToUnixTimeSeconds(), key.Expires?.ToUnixTimeSeconds());
}
