using Hub.Register.Problems;

namespace Hub.Register.Contacts;

/// <summary>Which texts are links to pages: nothing that a browser would run, and nothing that carries a password.</summary>
public static class WebLinks
{
    private const int Longest = 2000;

    /// <summary>A link as it is kept, with its scheme; null where it is none to a page.</summary>
    public static string? Normal(string text)
    {
        var link = text.Trim();
        var whole = link.Contains(':', StringComparison.Ordinal) ? link : $"https://{link}";
        return link.Length <= Longest && UnwritableText.FirstIn(link) is null && !link.Any(char.IsWhiteSpace) && IsPage(whole)
            ? whole
            : null;
    }

    private static bool IsPage(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal);
}
