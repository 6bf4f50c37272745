using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Partner;

public static class Webhook
{
    // secret: "whsec_…"; body: the bytes as they came, before anything parses them.
    public static bool IsGenuine(
        string secret, string? id, string? timestamp, string? signatures, byte[] body, DateTimeOffset now)
    {
        if (id is null || signatures is null
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > 300)
            return false;
        var key = Convert.FromBase64String(secret.Replace("whsec_", "", StringComparison.Ordinal));
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)));
        return signatures.Split(' ').Any(s => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(s), expected));
    }
}
