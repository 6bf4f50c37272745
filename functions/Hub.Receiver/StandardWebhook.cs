using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Receiver;

/// <summary>Standard Webhooks 1.0.0, symmetric: HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class StandardWebhook
{
    /// <summary>What every secret begins with; behind it comes the key in base64.</summary>
    public const string SecretPrefix = "whsec_";

    private const string Version = "v1,";
    private const long LastSecond = 253402300799;

    /// <summary>The signature of a webhook, as it stands in <c>webhook-signature</c>: <c>v1,</c> and the HMAC in base64.</summary>
    /// <param name="secret">The endpoint's secret.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970, UTC, in decimal digits.</param>
    /// <param name="body">The bytes, as they came.</param>
    /// <exception cref="FormatException">The secret is not base64.</exception>
    public static string Sign(string secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Key(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return Version + Convert.ToBase64String(hmac.GetHashAndReset());
    }

    /// <summary>Null where one of the signatures is right and the time is near; otherwise what is wrong.</summary>
    /// <param name="webhook">What came.</param>
    /// <param name="secret">The endpoint's secret, with <see cref="SecretPrefix"/> or without.</param>
    /// <param name="now">The present time, in any offset; the webhook's may be <see cref="ReceivedWebhook.Tolerance"/> off.</param>
    /// <returns>
    /// Null, or a sentence in English for your log. A webhook with a problem may be anybody's: answer 4xx and keep nothing of it.
    /// </returns>
    /// <exception cref="FormatException">The secret is not base64.</exception>
    public static string? Problem(ReceivedWebhook webhook, string secret, DateTimeOffset now)
    {
        if (webhook["webhook-id"] is not { } id || webhook["webhook-timestamp"] is not { } timestamp
            || webhook["webhook-signature"] is not { } signatures)
            return "A header is missing: webhook-id, webhook-timestamp and webhook-signature are wanted.";
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > LastSecond)
            return $"webhook-timestamp '{timestamp}' is not a number of seconds since 1970.";
        if (TooFar(DateTimeOffset.FromUnixTimeSeconds(seconds), now) is { } off)
            return $"webhook-timestamp is {off}";
        var expected = Encoding.ASCII.GetBytes(Sign(secret, id, timestamp, webhook.Body.Span));
        return signatures.Split(' ').Any(s => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(s), expected))
            ? null
            : "No signature in webhook-signature is right for this id, time, body and secret.";
    }

    /// <summary>The bytes of the key in a secret.</summary>
    /// <param name="secret">The endpoint's secret, with <see cref="SecretPrefix"/> or without.</param>
    /// <exception cref="FormatException">It is not base64.</exception>
    public static byte[] Key(string secret) =>
        Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);

    internal static string? TooFar(DateTimeOffset at, DateTimeOffset now)
    {
        var age = now - at;
        var tolerance = ReceivedWebhook.Tolerance;
        return age.Duration() <= tolerance
            ? null
            : $"{Math.Abs(age.TotalSeconds):0} s {(age > TimeSpan.Zero ? "old" : "ahead")}; "
                + $"at most {tolerance.TotalSeconds:0} s are taken.";
    }
}
