using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Register.Json;

namespace Hub.Notices.AccessLinks;

/// <summary>What a personal link opens; it opens nothing else.</summary>
public enum AccessLinkPurpose
{
    /// <summary>An edition, to read; the subject is its id.</summary>
    Edition,

    /// <summary>What the recipient is told; no subject.</summary>
    Preferences,

    /// <summary>That a record is still right; the subject is its id.</summary>
    Confirmation,

    /// <summary>That a State stands by a notice that is held; the subject is its id.</summary>
    HeldNotice,
}

/// <summary>A link that opens one thing to one recipient, without a key and without being stored: always the same text.</summary>
/// <param name="Purpose">What it opens.</param>
/// <param name="Recipient">The recipient's id, never an address.</param>
/// <param name="Subject">What it is about; may be empty.</param>
/// <param name="Expires">The last day on which it works.</param>
/// <param name="Holder">The mark of the address that it was sent to.</param>
public sealed record AccessLink(AccessLinkPurpose Purpose, string Recipient, string Subject, DateOnly Expires, string Holder)
{
    private const string Version = "hub-link-2";

    /// <summary>How many days a link works.</summary>
    public static int Days(AccessLinkPurpose purpose) => purpose switch
    {
        AccessLinkPurpose.Edition or AccessLinkPurpose.Preferences => 90,
        AccessLinkPurpose.Confirmation or AccessLinkPurpose.HeldNotice => 60,
    };

    /// <summary>The link as text that stands in an address: what it says, and HMAC-SHA256 over it, in base64url.</summary>
    public string Sign(ReadOnlySpan<byte> key)
    {
        var said = Encoding.UTF8.GetBytes(
            string.Join('\n', Version, Purpose.Code(), Recipient, Subject, $"{Expires:yyyyMMdd}", Holder));
        return $"{Base64Url.EncodeToString(said)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, said))}";
    }

    /// <summary>What a text is that somebody brought.</summary>
    public static AccessLinkReading Read(string text, ReadOnlySpan<byte> key, DateOnly today)
    {
        // Signed again and compared as a whole, in constant time: there is one text for a link and no other is taken for it.
        if (Parse(text) is not { } link || !AreEqual(link.Sign(key), text))
            return new AccessLinkReading.Unknown();
        // A day beyond what its purpose allows was not the hub's to write, whoever has the key.
        if (link.Expires > today.AddDays(Days(link.Purpose) + 1))
            return new AccessLinkReading.Unknown();
        return today <= link.Expires ? new AccessLinkReading.Valid(link) : new AccessLinkReading.Expired(link);
    }

    private static bool AreEqual(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static AccessLink? Parse(string text)
    {
        var said = text.Split('.')[0];
        if (!Base64Url.IsValid(said))
            return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(said)).Split('\n') is
                [Version, var purpose, var recipient, var subject, var expires, var holder]
            && Codes.TryParse<AccessLinkPurpose>(purpose, out var opens)
            && DateOnly.TryParseExact(expires, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new(opens, recipient, subject, day, holder)
                : null;
    }
}

/// <summary>What a text turns out to be.</summary>
public abstract record AccessLinkReading
{
    /// <summary>A link that works.</summary>
    public sealed record Valid(AccessLink Link) : AccessLinkReading;

    /// <summary>A link of the hub's that worked once: its time is over, or it went to an address that is not the recipient's now.</summary>
    public sealed record Expired(AccessLink Link) : AccessLinkReading;

    /// <summary>Anything else: forged, cut off, mistyped.</summary>
    public sealed record Unknown : AccessLinkReading;
}
