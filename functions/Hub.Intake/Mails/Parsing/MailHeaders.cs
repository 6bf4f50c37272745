using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Cryptography;

namespace Hub.Intake.Mails.Parsing;

/// <summary>The headers of a mail.</summary>
internal sealed partial class MailHeaders
{
    private const int LongestWord = 500;
    private const int MostHeaders = 500;
    private const int MostAddresses = 500;
    private static readonly ParserOptions Options = new() { MaxAddressGroupDepth = 1, AllowAddressesWithoutDomain = true };
    private readonly List<Header> _raw;
    private readonly string? _charset;

    /// <param name="headers">The headers.</param>
    /// <param name="charset">The character set that the mail's text says; null where it says none.</param>
    public MailHeaders(HeaderList headers, string? charset)
    {
        _charset = charset;
        _raw = [.. headers.Take(MostHeaders)];
        All = [.. _raw.Select(h => new MailHeader(h.Field, MailText.OneLine(Encoding.UTF8.GetString(Raw(h)))))];
        Defects = headers.Count > MostHeaders || _raw.Any(h => h.RawValue.Length > LongHeaders.Longest) ? [MailDefect.TooMany] : [];
    }

    /// <summary>All of them, from the top.</summary>
    public IReadOnlyList<MailHeader> All { get; }

    /// <summary>What is wrong with them.</summary>
    public IReadOnlyList<MailDefect> Defects { get; }

    /// <summary>The value of the first of a name.</summary>
    public string? First(string name) => All.FirstOrDefault(h => Is(h.Name, name))?.Value;

    /// <summary>The value of the first of a name, encoded words decoded (RFC 2047).</summary>
    public string Decoded(string name) =>
        _raw.FirstOrDefault(h => Is(h.Field, name)) is { } header ? MimeKit.Utils.Rfc2047.DecodeText(Options, Ended(Raw(header))) : "";

    /// <summary>The addresses of all headers of a name.</summary>
    public IReadOnlyList<MailAddress> Addresses(string name) =>
    [
        .. _raw.Where(h => Is(h.Field, name)).SelectMany(Parsed).Take(MostAddresses)
            .Select(m => new MailAddress(MailText.OneLine(m.Address), m.Name is { Length: > 0 } shown ? MailText.OneLine(shown) : null)),
    ];

    /// <summary>The Authentication-Results headers that can be read.</summary>
    public IReadOnlyList<AuthenticationReport> Checks()
    {
        var checks = new List<AuthenticationReport>();
        for (var i = 0; i < _raw.Count; i++)
            if (Is(_raw[i].Field, "Authentication-Results") && AuthenticationResults.TryParse(Raw(_raw[i]), out var results))
                checks.Add(new(i, results.AuthenticationServiceIdentifier ?? "", [.. results.Results.Select(Check)]));
        return checks;
    }

    // An address that cannot be read is no address, but its header counts: an empty one stands for it.
    private IEnumerable<MailboxAddress> Parsed(Header header) =>
        InternetAddressList.TryParse(Options, Raw(header), out var list) && list.Mailboxes.Any() ? list.Mailboxes : [new("", "")];

    private static AuthenticationResult Check(AuthenticationMethodResult result) => new(
        Lower(result.Method), Lower(result.Result),
        result.Properties.GroupBy(p => Lower($"{p.PropertyType}.{p.Property}")).ToDictionary(g => g.Key, g => Lower(g.First().Value)));

    private byte[] Raw(Header header)
    {
        var bytes = header.RawValue.Length > LongHeaders.Longest ? header.RawValue[..LongHeaders.Longest] : header.RawValue;
        return Ascii.IsValid(bytes) ? bytes : Encoding.UTF8.GetBytes(MailText.Decode(bytes, _charset, []));
    }

    // An encoded word that was cut off is a word as far as it goes.
    private static byte[] Ended(byte[] value)
    {
        if (value.Length < LongestWord || CutWord().Match(Encoding.Latin1.GetString(value)) is not { Success: true } cut)
            return value;
        var text = cut.Groups["text"];
        var whole = cut.Groups["how"].Value is "b" or "B"
            ? text.Length & ~3
            : text.Value.LastIndexOf('=') is >= 0 and var at && at > text.Length - 3 ? at : text.Length;
        return [.. value.AsSpan(0, text.Index + whole), .. "?="u8];
    }

    [GeneratedRegex(@"=\?[^?\s]{1,40}\?(?<how>[bBqQ])\?(?<text>[^?\s]*)\s*$")]
    private static partial Regex CutWord();

    private static bool Is(string field, string name) => field.Equals(name, StringComparison.OrdinalIgnoreCase);

#pragma warning disable CA1308 // Methods, results and domains are written in lower case.
    private static string Lower(string? text) => (text ?? "").ToLowerInvariant();
#pragma warning restore CA1308
}
