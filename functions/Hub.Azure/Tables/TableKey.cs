using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Azure.Tables;

/// <summary>Keys of rows from names that people chose: a name may hold what a key may not.</summary>
internal static partial class TableKey
{
    private const string Encoded = "~id+";
    private const string Hashed = "~hash+";

    // A key may have 512 characters, and encoding makes a name longer.
    private const int Longest = 200;

    /// <summary>The key for a name: the name itself where it may be one.</summary>
    public static string Of(string name) =>
        name.Length > Longest ? Hashed + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))
        : Forbidden().IsMatch(name) ? Encoded + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name)) : name;

    [GeneratedRegex(@"[/\\#?%\p{Cc}]", RegexOptions.NonBacktracking)]
    private static partial Regex Forbidden();
}
