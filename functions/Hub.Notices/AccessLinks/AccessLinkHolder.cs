using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hub.Register.Json;

namespace Hub.Notices.AccessLinks;

/// <summary>
/// To whom a link is sent. Once the address is another, or the links were ended, those that were sent before open nothing.
/// </summary>
/// <param name="Id">The recipient's id.</param>
/// <param name="Address">Its address.</param>
/// <param name="Generation">How often its links were ended.</param>
public sealed record AccessLinkHolder(string Id, string Address, int Generation) : Confidential
{
    private const string Purpose = "hub-link-holder-1";
    private const int Bytes = 12;

    /// <summary>The mark that its links carry: tells nothing of the address to whoever lacks the key.</summary>
    public string Mark(ReadOnlySpan<byte> key)
    {
        var said = Encoding.UTF8.GetBytes($"{Purpose}\n{Id}\n{Address.Trim().ToUpperInvariant()}\n{Generation}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(key, said).AsSpan(0, Bytes));
    }
}
