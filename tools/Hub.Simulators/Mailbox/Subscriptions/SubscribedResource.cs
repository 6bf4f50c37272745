using System.Text.RegularExpressions;

namespace Hub.Simulators.Mailbox.Subscriptions;

/// <summary>The mailbox that a subscription's resource names, in either way of writing folders.</summary>
public static partial class SubscribedResource
{
    public static string? Parse(string resource) =>
        Inbox().Match(resource) is { Success: true } match ? Uri.UnescapeDataString(match.Groups[1].Value).ToLowerInvariant() : null;

    [GeneratedRegex(@"^/?users/([^/]+)/(?:mailFolders(?:\('inbox'\)|/inbox)/)?messages/?$", RegexOptions.IgnoreCase)]
    private static partial Regex Inbox();
}
