using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Delivery.Webhooks;

/// <summary>Signatures as Standard Webhooks 1.0.0 has them: HMAC-SHA256 over id, timestamp and body.</summary>
public static class WebhookSignature
{
    /// <summary>What every secret begins with.</summary>
    public const string SecretPrefix = "whsec_";

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    public static string Sign(string secret, string id, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.")));
        hmac.AppendData(body);
        return $"v1,{Convert.ToBase64String(hmac.GetHashAndReset())}";
    }

    /// <summary>The value of the header with several secrets: one signature each.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, DateTimeOffset at, byte[] body) =>
        string.Join(' ', secrets.Select(s => Sign(s, id, at, body)));

    /// <summary>A secret as partners are given it.</summary>
    /// <param name="key">32 random bytes, base64.</param>
    public static string Secret(string key) => SecretPrefix + key;

    private static byte[] Key(string secret) =>
        Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);
}
