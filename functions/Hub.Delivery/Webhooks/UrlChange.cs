using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Notices.AccessLinks;
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
    public static UrlChange For(string url, Consent.Given consent, string code, DateTimeOffset until) =>
        new(url, consent, Hash(code), until);

    /// <summary>Whether a code confirms it now.</summary>
    public bool IsConfirmedBy(string code, DateTimeOffset now) => now < Until
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(code)), Encoding.ASCII.GetBytes(CodeHash));

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}

/// <summary>
/// The codes that confirm other addresses. Each follows from the change and a key, so that the mail that brings it can be written when its
/// turn has come and the code is kept nowhere.
/// </summary>
/// <param name="keys">Where the key lies.</param>
public sealed class UrlChangeCodes(IAccessLinkKey keys)
{
    private const string Purpose = "hub-endpoint-url-1";
    private const int Bytes = 16;

    /// <summary>The code of a change.</summary>
    public async Task<string> Of(string endpoint, string url, DateTimeOffset until, CancellationToken cancel)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{Purpose}\n{endpoint}\n{url}\n{until.UtcTicks}");
        var key = await keys.Get(cancel);
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Span, Encoding.UTF8.GetBytes(said)).AsSpan(0, Bytes));
    }
}
