using System.Net;

namespace Hub.Intake.Mails.Senders;

/// <summary>
/// What a Received header says (RFC 5321 §4.4): the server that wrote it, the name its client gave itself, and from where that came.
/// </summary>
/// <param name="By">The server; empty where it does not say.</param>
/// <param name="From">The name that the client gave itself: anybody can give any; null where there was no client.</param>
/// <param name="Addresses">The addresses beside that name, which the server saw, and others that the client may have put there.</param>
internal sealed record ReceivedLine(string By, string? From, IReadOnlyList<IPAddress> Addresses)
{
    private const string Ipv6 = "IPv6:";
    private static readonly char[] Ends = [' ', '\t', '(', ')', '[', ']', '=', ',', ';'];

    // What stands for one's own networks everywhere (RFC 1918, 4193, 3927, 4291).
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>Reads a header's value.</summary>
    public static ReceivedLine Parse(string value)
    {
        var at = value.IndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        var hasClient = value.TrimStart().StartsWith("from ", StringComparison.OrdinalIgnoreCase);
        var (client, server) = hasClient
            ? at < 0 ? (value, "") : (value[..at], value[(at + 4)..])
            : ("", value.TrimStart().StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? value.TrimStart()[3..] : "");
        var words = client.Split(Ends, StringSplitOptions.RemoveEmptyEntries);
        return new(
            Name(server.Split(Ends, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()) ?? "", Name(words.ElementAtOrDefault(1)),
            [.. words.Select(Address).OfType<IPAddress>()]);
    }

    /// <summary>Whether one of our own servers had the mail from another of them: the client's name alone proves nothing.</summary>
    public bool IsInner(Correspondents correspondents) => IsOwn(By, correspondents)
        && (From is null || (IsOwn(From, correspondents) && Addresses.Count > 0
            && Addresses.All(a => Private.Concat(correspondents.OwnNetworks).Any(n => n.Contains(a)))));

    /// <summary>Whether one of our own servers wrote it, as far as its name tells.</summary>
    public bool IsByOurs(Correspondents correspondents) => IsOwn(By, correspondents);

    private static bool IsOwn(string host, Correspondents correspondents) =>
        correspondents.OwnHosts.Any(own => Domains.IsWithin(host, own.ToLowerInvariant()));

    private static string? Name(string? word) => word?.TrimEnd('.').ToLowerInvariant();

    // A bare number would be an address too.
    private static IPAddress? Address(string word)
    {
        var text = word.StartsWith(Ipv6, StringComparison.OrdinalIgnoreCase) ? word[Ipv6.Length..] : word;
        return (text.Contains(':', StringComparison.Ordinal) || text.Count(c => c == '.') == 3) && IPAddress.TryParse(text, out var address)
            ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
            : null;
    }
}
