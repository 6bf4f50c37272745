using System.Text;
using Hub.Register.Problems;
using Hub.Register.Text;

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
            ? Named(whole)
            : null;
    }

    // Letters of full width become the usual ones; of two alphabets that look alike the form in ASCII shows that it is neither.
    private static string Named(string link)
    {
        var start = link.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = link.IndexOfAny([':', '/', '?', '#'], start) is > 0 and var at ? at : link.Length;
        var name = link[start..end];
        return Ascii.IsValid(name) || DomainName.Ascii(name) is not { } ascii ? link
            : $"{link[..start]}{(MixedAlphabets.AreIn(ascii) ? ascii : DomainName.Readable(ascii))}{link[end..]}";
    }

    private static bool IsPage(string link) => Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0 && uri.IdnHost.Contains('.', StringComparison.Ordinal);
}
