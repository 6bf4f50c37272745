using System.Globalization;

namespace Hub.Register.Text;

/// <summary>
/// Domain names between their two forms (RFC 5890). <see cref="IdnMapping"/> throws on whatever is no name; this does not.
/// </summary>
public static class DomainName
{
    private const int Longest = 253;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };
    private static readonly IdnMapping Lenient = new();

    /// <summary>A name in ASCII, in lower case; null where it is no domain name.</summary>
    public static string? Ascii(string name) =>
        name.Length is > 0 and <= Longest && Mapped(Idn.GetAscii, name) is { Length: <= Longest } ascii ? Lower(ascii) : null;

    /// <summary>A name in the letters of its language; as it is where it is no domain name.</summary>
    public static string Readable(string name) => name.Length <= Longest ? Mapped(Lenient.GetUnicode, name) ?? name : name;

    private static string? Mapped(Func<string, string> map, string name)
    {
        try
        {
            return map(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

#pragma warning disable CA1308 // Domain names are written in lower case.
    private static string Lower(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
