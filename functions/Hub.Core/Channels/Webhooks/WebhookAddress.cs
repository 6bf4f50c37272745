using System.Net;

namespace Hub.Core.Channels.Webhooks;

/// <summary>What an address must be so that webhooks may go there. What a name stands for is looked at with every connection.</summary>
public static class WebhookAddress
{
    private const int Longest = 2000;

    /// <summary>What is wrong with an address, as a sentence; null where nothing is.</summary>
    /// <param name="url">The address.</param>
    /// <param name="allowLoopback">Whether this machine is allowed, and plain HTTP to it (development).</param>
    public static string? Problem(string url, bool allowLoopback)
    {
        if (url.Length > Longest || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
            return $"'url' must be an https address of at most {Longest} characters.";
        var isLoopback = allowLoopback && uri.IsLoopback;
        return uri switch
        {
            _ when uri.Scheme != Uri.UriSchemeHttps && !(isLoopback && uri.Scheme == Uri.UriSchemeHttp) =>
                "'url' must be an https address.",
            { UserInfo.Length: > 0 } => "'url' must be without user name and password.",
            { Fragment.Length: > 0 } => "'url' must be without a fragment (#…).",
            _ when !isLoopback && Literal(uri) is { } address && !PublicAddress.IsPublic(address) =>
                "'url' must be of the public Internet.",
            _ => null,
        };
    }

    // 127.0.0.1 in all its ways of writing: in brackets, as one number, in octal or hexadecimal, in wide digits, with a dot at its end.
    private static IPAddress? Literal(Uri uri) => IPAddress.TryParse(uri.IdnHost.TrimEnd('.'), out var address) ? address : null;
}
