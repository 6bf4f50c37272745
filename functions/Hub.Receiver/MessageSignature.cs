using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Receiver;

/// <summary>
/// HTTP message signatures (RFC 9421) with ECDSA P-256: whoever has the published key can check that the hub sent this body to this
/// address, and needs no secret for it.
/// </summary>
public static partial class MessageSignature
{
    /// <summary>The label of the hub's signature.</summary>
    public const string Label = "hub";

    /// <summary>The algorithm (RFC 9421, section 3.3.4).</summary>
    public const string Algorithm = "ecdsa-p256-sha256";

    // A signature that covers less could be put on another body or sent to another address.
    private static readonly string[] Wanted = ["@method", "@target-uri", "content-digest", "webhook-id"];

    /// <summary>Null where the signature is the hub's, over this webhook, and near in time; otherwise what is wrong.</summary>
    /// <param name="webhook">What came, by POST.</param>
    /// <param name="keys">The hub's published keys.</param>
    /// <param name="now">The present time, in any offset; the signature's may be <see cref="ReceivedWebhook.Tolerance"/> off.</param>
    /// <returns>
    /// Null, or a sentence in English for your log. A webhook with a problem may be anybody's: answer 4xx and keep nothing of it.
    /// </returns>
    /// <exception cref="CryptographicException">The key's coordinates are no point of the curve.</exception>
    public static string? Problem(ReceivedWebhook webhook, JwkSet keys, DateTimeOffset now)
    {
        if (Input().Match(webhook["signature-input"] ?? "") is not { Success: true } input)
            return $"signature-input has no signature '{Label}' as RFC 9421 writes it.";
        if (Bytes().Match(webhook["signature"] ?? "") is not { Success: true } bytes)
            return $"signature has no '{Label}'.";
        return ParametersProblem(input, keys, now)
            ?? DigestProblem(webhook)
            ?? SignatureProblem(webhook, input, Convert.FromBase64String(bytes.Groups["bytes"].Value), keys);
    }

    /// <summary>SHA-256 of a body as RFC 9530 writes it in <c>content-digest</c>: <c>sha-256=:</c>, base64 and a colon.</summary>
    /// <param name="body">The bytes, as they came.</param>
    public static string Digest(ReadOnlySpan<byte> body) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:";

    private static string? ParametersProblem(Match input, JwkSet keys, DateTimeOffset now)
    {
        var missing = Wanted.Except(Covered(input)).ToList();
        if (missing.Count > 0)
            return $"The signature does not cover {string.Join(", ", missing)}.";
        if (Parameter(input, "alg") is not (null or Algorithm))
            return $"The signature's algorithm is not {Algorithm}.";
        if (!long.TryParse(Parameter(input, "created"), NumberStyles.None, CultureInfo.InvariantCulture, out var created)
            || created > int.MaxValue * 2L)
            return "The signature does not say when it was made.";
        if (StandardWebhook.TooFar(DateTimeOffset.FromUnixTimeSeconds(created), now) is { } off)
            return $"The signature is {off}";
        return keys.Has(Parameter(input, "keyid") ?? "") ? null : "The key set has no key of the signature's keyid: fetch it again.";
    }

    private static string? DigestProblem(ReceivedWebhook webhook) =>
        webhook["content-digest"] == Digest(webhook.Body.Span) ? null : "content-digest is not the body's.";

    private static string? SignatureProblem(ReceivedWebhook webhook, Match input, byte[] signature, JwkSet keys)
    {
        var lines = new StringBuilder();
        foreach (var name in Covered(input))
        {
            if (Component(webhook, name) is not { } value)
                return $"The signature covers {name}, which the webhook does not have.";
            lines.Append(CultureInfo.InvariantCulture, $"\"{name}\": {value}\n");
        }
        lines.Append("\"@signature-params\": ").Append(input.Groups["all"].Value);
        return keys.Verifies(Parameter(input, "keyid")!, Encoding.UTF8.GetBytes(lines.ToString()), signature)
            ? null
            : "The signature is not right for this address, these headers and this body.";
    }

    private static string? Component(ReceivedWebhook webhook, string name) => name switch
    {
        "@method" => "POST",
        "@target-uri" => webhook.TargetUri,
        ['@', ..] => null,
        _ => webhook[name]?.Trim(),
    };

    private static IEnumerable<string> Covered(Match input) => input.Groups["name"].Captures.Select(c => c.Value);

    private static string? Parameter(Match input, string name) =>
        input.Groups["key"].Captures.Zip(input.Groups["value"].Captures, (k, v) => (Key: k.Value, Value: v.Value.Trim('"')))
            .Where(p => p.Key == name).Select(p => p.Value).FirstOrDefault();

    [GeneratedRegex(
        """(?:^|,\s*)hub=(?<all>\((?:"(?<name>@?[a-z][a-z0-9-]*)" ?)+\)(?:;(?<key>[a-z]+)=(?<value>"[^"\\]*"|[0-9]+))*)(?:\s*,|$)""")]
    private static partial Regex Input();

    [GeneratedRegex("""(?:^|,\s*)hub=:(?<bytes>(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?):(?:\s*,|$)""")]
    private static partial Regex Bytes();
}
