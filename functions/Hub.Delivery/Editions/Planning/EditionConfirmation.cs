using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Notices.AccessLinks;
using Hub.Register.Json;

namespace Hub.Delivery.Editions.Planning;

/// <summary>What a plan gives to whoever has seen it: by this the same edition to the same audience is published.</summary>
/// <param name="Token">The text to send with the request.</param>
/// <param name="Recipients">How many recipients would get a mail.</param>
/// <param name="ExpiresAt">It works until then, UTC.</param>
public sealed record EditionConfirmation(string Token, int Recipients, DateTimeOffset ExpiresAt);

/// <summary>What a confirmation is worth.</summary>
public enum ConfirmationCheck
{
    /// <summary>It is of this plan.</summary>
    Valid,

    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It is too old.</summary>
    Expired,

    /// <summary>It is of another plan, or of none.</summary>
    OfAnotherPlan,
}

/// <summary>
/// Makes confirmations and checks them. Nothing is stored: the token is an HMAC over what the plan showed. Where the register, the audience
/// or the day is another, so is the token.
/// </summary>
/// <param name="keys">Where the key lies.</param>
/// <param name="clock">The time.</param>
public sealed class EditionConfirmations(IAccessLinkKey keys, TimeProvider clock)
{
    private const string Purpose = "hub-edition-confirmation-1";

    /// <summary>How long one works: long enough to read the plan, too short to be forgotten in a script.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>The confirmation of a plan.</summary>
    public async Task<EditionConfirmation> Issue(Edition edition, Audience audience, CancellationToken cancel)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds((clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds());
        return new(Sign(edition, audience, expires, await keys.Get(cancel)), audience.CountTold(), expires);
    }

    /// <summary>What a token is worth for an edition and an audience as they are now.</summary>
    public async Task<ConfirmationCheck> Check(string? token, Edition edition, Audience audience, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(token))
            return ConfirmationCheck.Missing;
        if (!long.TryParse(token.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
            return ConfirmationCheck.OfAnotherPlan;
        var expires = DateTimeOffset.FromUnixTimeSeconds(seconds);
        if (expires <= clock.GetUtcNow())
            return ConfirmationCheck.Expired;
        // Signed again and compared as a whole, in constant time: there is one text for a plan and an end.
        var expected = Sign(edition, audience, expires, await keys.Get(cancel));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(token))
            ? ConfirmationCheck.Valid
            : ConfirmationCheck.OfAnotherPlan;
    }

    private static string Sign(Edition edition, Audience audience, DateTimeOffset expires, ReadOnlyMemory<byte> key)
    {
        var seconds = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var said = Encoding.UTF8.GetBytes($"{Purpose}\n{CanonicalJson.Sha256(Plan(edition, audience))}\n{seconds}");
        return $"{seconds}.{Base64Url.EncodeToString(HMACSHA256.HashData(key.Span, said))}";
    }

    // What is frozen follows from the head of the log, the day and the names; its States need not be hashed again.
    private static JsonObject Plan(Edition edition, Audience audience) => new()
    {
        ["edition"] = edition.Id.ToString(),
        ["cutOff"] = $"{edition.CutOff:yyyy-MM-dd}",
        ["sequence"] = edition.Sequence,
        ["hash"] = edition.Hash,
        ["previous"] = edition.Previous?.ToString(),
        ["reason"] = edition.Reason,
        ["recipients"] = new JsonArray(
        [
            .. audience.Recipients.OrderBy(r => r.Id, StringComparer.Ordinal)
                .Select(r => new JsonArray(r.Id, r.Address, r.Language.Code())),
        ]),
        ["bounced"] = new JsonArray([.. audience.Bounced.Select(b => (JsonNode)b)]),
    };
}
