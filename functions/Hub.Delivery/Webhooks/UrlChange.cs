using System.Security.Cryptography;
using System.Text;
using Hub.Register.Json;

namespace Hub.Delivery.Webhooks;

/// <summary>
/// Another address for an endpoint: it is used once somebody who reads the present address's mail, or the partner's, has confirmed it.
/// </summary>
/// <param name="Url">The address.</param>
/// <param name="Consent">What its receiver answered: without its consent nothing is asked.</param>
/// <param name="CodeHash">SHA-256 of the code that confirms it, hexadecimal.</param>
/// <param name="Until">The code works until then, UTC.</param>
public sealed record UrlChange(string Url, Consent.Given Consent, string CodeHash, DateTimeOffset Until) : Confidential
{
    /// <summary>How long a code works.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(3);

    /// <summary>A change that waits for a code.</summary>
    public static UrlChange For(string url, Consent.Given consent, string code, DateTimeOffset now) =>
        new(url, consent, Hash(code), now + Lasts);

    /// <summary>Whether a code confirms it now.</summary>
    public bool IsConfirmedBy(string code, DateTimeOffset now) => now < Until
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(code)), Encoding.ASCII.GetBytes(CodeHash));

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
