using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Simulators.Partner;

/// <summary>Standard Webhooks 1.0.0, symmetric: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class StandardWebhook
{
    public const string SecretPrefix = "whsec_";
    private const string Version = "v1,";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Sign(string secret, string id, string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        return Version + Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed));
    }

    /// <summary>Null when one of the signatures is right and the time is near; otherwise what is wrong.</summary>
    public static string? Problem(string secret, string? id, string? timestamp, string? signatures, byte[] body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signatures))
            return "A header is missing: webhook-id, webhook-timestamp and webhook-signature are wanted.";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > 253402300799)
            return $"webhook-timestamp '{timestamp}' is not a number of seconds since 1970.";
        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (age.Duration() > Tolerance)
            return $"webhook-timestamp is {Math.Abs(age.TotalSeconds):0} s {(age > TimeSpan.Zero ? "old" : "ahead")}; " +
                $"at most {Tolerance.TotalSeconds:0} s are taken.";
        var expected = Encoding.ASCII.GetBytes(Sign(secret, id, timestamp, body));
        return signatures.Split(' ').Any(s => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(s), expected))
            ? null
            : "No signature in webhook-signature is right for this id, time, body and secret.";
    }

    /// <summary>The key in a secret; fails when it is not base64.</summary>
    public static byte[] Key(string secret) =>
        Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);
}
