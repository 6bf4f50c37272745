using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;

namespace Hub.Functions.Site;

/// <summary>
/// What a form of a page brings back, so that no other site's form passes for one of them. It is another one on each page: from the length
/// of compressed pages nobody can guess it.
/// </summary>
public sealed class FormTokens(IAccessLinkKey keys)
{
    private const int NonceLength = 16;
    private const int Length = NonceLength + HMACSHA256.HashSizeInBytes;

    /// <summary>A token for whoever reads a page.</summary>
    public async Task<string> Of(Caller caller, CancellationToken cancel)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        return Base64Url.EncodeToString([.. nonce, .. await Sign(nonce, caller, cancel)]);
    }

    /// <summary>Whether a token was on a page that the same person read in the same session.</summary>
    public async Task<bool> IsOf(Caller caller, string? token, CancellationToken cancel)
    {
        var bytes = new byte[Length];
        if (token is null || !Base64Url.IsValid(token, out var length) || length != Length)
            return false;
        Base64Url.DecodeFromChars(token, bytes);
        var right = await Sign(bytes[..NonceLength], caller, cancel);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(NonceLength), right);
    }

    private async Task<byte[]> Sign(byte[] nonce, Caller caller, CancellationToken cancel)
    {
        var key = await keys.Get(cancel);
        return HMACSHA256.HashData(
            key.Span, Encoding.UTF8.GetBytes($"form-token\n{Convert.ToHexString(nonce)}\n{caller.Session}\n{caller.Name}"));
    }
}
