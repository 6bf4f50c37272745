using System.Security.Cryptography;

namespace Hub.Functions.Editions;

/// <summary>The one style sheet that a document of an edition may have: its own, which it brings with it.</summary>
internal static class StyleHash
{
    /// <summary>A source for <c>style-src</c>: the hash of the first style element; nothing where there is none.</summary>
    public static string Of(ReadOnlySpan<byte> html)
    {
        var start = html.IndexOf("<style>"u8) + "<style>"u8.Length;
        var length = start < "<style>"u8.Length ? -1 : html[start..].IndexOf("</style>"u8);
        return length < 0 ? "'none'" : $"'sha256-{Convert.ToBase64String(SHA256.HashData(html.Slice(start, length)))}'";
    }
}
