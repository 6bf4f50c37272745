using System.Globalization;
using System.Text;
using Hub.Register.Text;

namespace Hub.Register.Contacts;

/// <summary>Which texts are e-mail addresses (RFC 5321), those in other scripts than Latin included (RFC 6531).</summary>
public static class EmailAddresses
{
    private const int LongestLocal = 64;
    private const int Longest = 254;
    private const string Atoms = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>An address without what stands around it: invisible marks, <c>mailto:</c>, the full stop behind it.</summary>
    public static string Normal(string text)
    {
        if (text.Length > Longest * 2)
            return text;
        var seen = SafeText.Composed(string.Concat(text.EnumerateRunes().Where(IsSeen))).Trim();
        var bare = seen.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? seen[7..].Split('?')[0] : seen;
        var address = bare.Replace('＠', '@').TrimEnd('.');
        // Letters of full width, and stops of other scripts, as everybody writes them.
        return !Ascii.IsValid(address) && address.LastIndexOf('@') is > 0 and var at && Domain(address) is { } ascii
            ? $"{address[..at]}@{DomainName.Readable(ascii)}"
            : address;
    }

    /// <summary>Whether mail can be addressed to it.</summary>
    public static bool IsValid(string address)
    {
        if (Encoding.UTF8.GetByteCount(address) > Longest || address.LastIndexOf('@') is not (> 0 and var at))
            return false;
        return IsLocal(address[..at]) && Domain(address) is { } domain && IsPublic(domain);
    }

    /// <summary>The domain of an address in ASCII; null where it is none.</summary>
    public static string? Domain(string address) => DomainName.Ascii(address[(address.LastIndexOf('@') + 1)..]);

    private static bool IsLocal(string local) => Encoding.UTF8.GetByteCount(local) <= LongestLocal
        && local.Split('.').All(atom => atom.Length > 0 && atom.EnumerateRunes().All(IsOfAtom));

    private static bool IsOfAtom(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || Atoms.Contains((char)rune.Value, StringComparison.Ordinal)
        : Rune.IsLetterOrDigit(rune) || SafeText.IsMark(rune);

    // No mail leaves for a single name, and no top-level domain is a number.
    private static bool IsPublic(string domain) => domain.Split('.') is { Length: > 1 } labels && labels[^1].Length > 1
        && labels[^1].Any(char.IsAsciiLetter);

    // Joiners are letters of a name in some scripts.
    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || rune.Value is 0x200C or 0x200D;
}
