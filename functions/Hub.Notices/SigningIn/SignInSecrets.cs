using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Notices.AccessLinks;

namespace Hub.Notices.SigningIn;

/// <summary>What the mail of an ask brings: computed with the hub's key whenever it is needed, and stored nowhere.</summary>
/// <param name="keys">Where the key lies.</param>
public sealed class SignInSecrets(IAccessLinkKey keys)
{
    /// <summary>So many digits a code has.</summary>
    public const int Digits = 10;

    private const long Codes = 10_000_000_000;
    private const int LongestTyped = 100;

    /// <summary>The text that the link ends with.</summary>
    public async Task<string> Link(SignInAsk ask, CancellationToken cancel) =>
        Base64Url.EncodeToString(await Sign("hub-sign-in-link-1", ask, cancel));

    /// <summary>The code, for whoever reads the mail elsewhere.</summary>
    public async Task<string> Code(SignInAsk ask, CancellationToken cancel)
    {
        var number = BinaryPrimitives.ReadUInt64BigEndian(await Sign("hub-sign-in-code-1", ask, cancel)) % (ulong)Codes;
        return number.ToString($"D{Digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a text is the link's or the code, in constant time; a code in whatever digits and groups it was typed.</summary>
    public async Task<bool> IsOf(SignInAsk ask, string given, CancellationToken cancel)
    {
        var text = given.Length <= LongestTyped ? given : "";
        var (isLink, isCode) = (AreEqual(await Link(ask, cancel), text), AreEqual(await Code(ask, cancel), DigitsOf(text)));
        return isLink || isCode;
    }

    /// <summary>The digits of a text as Western ones; nothing of a text that has other signs than digits and what groups them.</summary>
    public static string DigitsOf(string text)
    {
        var signs = text.Where(c => !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (
            UnicodeCategory.DashPunctuation or UnicodeCategory.Format)).ToList();
        return signs.All(c => char.IsDigit(c)) ? string.Concat(signs.Select(c => (char)('0' + (int)char.GetNumericValue(c)))) : "";
    }

    private static bool AreEqual(string right, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(given));

    private async Task<byte[]> Sign(string purpose, SignInAsk ask, CancellationToken cancel)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{purpose}\n{ask.Id}\n{ask.AskedAt.UtcTicks}");
        return HMACSHA256.HashData((await keys.Get(cancel)).Span, Encoding.UTF8.GetBytes(said));
    }
}
