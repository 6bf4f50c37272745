using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Hub.Delivery.Webhooks;

/// <summary>
/// What an address must be so that webhooks may go there, and the one form of it that is checked, kept, signed and sent. What a name stands
/// for is looked at with every connection.
/// </summary>
public static class WebhookAddress
{
    private const int Longest = 2000;

    // Above the ports of the system. What listens on these speaks another protocol and would take a webhook for it (WHATWG fetch, "bad
    // port").
    private const int LeastPort = 1024;
    private static readonly HashSet<int> OtherServices =
    [
        1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
    ];

    /// <summary>What is wrong with an address, as a sentence; null where nothing is.</summary>
    /// <param name="text">The address.</param>
    /// <param name="allowLoopback">Whether this machine is allowed, and plain HTTP to it (development).</param>
    public static string? Problem(string text, bool allowLoopback) => TryRead(text, allowLoopback, out _, out var problem) ? null : problem;

    /// <summary>Reads an address as somebody wrote it.</summary>
    /// <param name="text">The address.</param>
    /// <param name="allowLoopback">Whether this machine is allowed, and plain HTTP to it (development).</param>
    /// <param name="address">The address in ASCII.</param>
    /// <param name="problem">What is wrong with it, as a sentence.</param>
    public static bool TryRead(
        string text, bool allowLoopback, [NotNullWhen(true)] out string? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        if (text.Length > Longest || Parse(text) is not { } written || !(written.Scheme == Uri.UriSchemeHttps || allowLoopback))
        {
            problem = $"'url' must be an https address of at most {Longest} characters.";
            return false;
        }
        if (Ascii(written) is not { Length: <= Longest } ascii || Parse(ascii) is not { } uri)
        {
            problem = "The host name in 'url' is none that can be looked up: write it as it is registered, or as 'xn--…'.";
            return false;
        }
        problem = Problem(written) ?? Problem(uri, allowLoopback && uri.IsLoopback);
        address = problem is null ? ascii : null;
        return problem is null;
    }

    /// <summary>An address in the form in which it is signed and sent; one that was kept before this form was, too.</summary>
    public static string Ascii(string kept) => Parse(kept) is { } uri && Ascii(uri) is { } ascii ? ascii : kept;

    /// <summary>Whether webhooks go to a port, on other machines than this one.</summary>
    public static bool IsOpen(int port) => port == 443 || (port >= LeastPort && !OtherServices.Contains(port));

    private static Uri? Parse(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) ? uri : null;

    // User name and fragment are no part of it: they are refused where they are read.
    private static string? Ascii(Uri uri)
    {
        try
        {
            var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost.TrimEnd('.');
            return Uri.CheckHostName(host) == UriHostNameType.Unknown
                ? null
                : $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{uri.PathAndQuery}";
        }
        catch (UriFormatException)
        {
            // A name with characters that no registry takes, e.g. U+200D.
            return null;
        }
    }

    private static string? Problem(Uri written) => written switch
    {
        { UserInfo.Length: > 0 } => "'url' must be without user name and password.",
        { Fragment.Length: > 0 } => "'url' must be without a fragment (#…).",
        _ => null,
    };

    private static string? Problem(Uri uri, bool isLoopback) => uri switch
    {
        _ when uri.Scheme != Uri.UriSchemeHttps && !(isLoopback && uri.Scheme == Uri.UriSchemeHttp) => "'url' must be an https address.",
        { Port: 0 } => "'url' has port 0: name the port on which the receiver listens, or none for 443.",
        _ when !isLoopback && !IsOpen(uri.Port) =>
            $"Webhooks do not go to port {uri.Port}: 443 and those from {LeastPort} up are open, but for those of other services.",
        _ when !isLoopback && Literal(uri) is { } address && !PublicAddress.IsPublic(address) => "'url' must be of the public Internet.",
        _ => null,
    };

    // 127.0.0.1 in all its ways of writing: as one number, in octal or hexadecimal, in wide digits.
    private static IPAddress? Literal(Uri uri) => IPAddress.TryParse(uri.IdnHost, out var address) ? address : null;
}
