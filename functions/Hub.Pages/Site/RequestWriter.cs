using System.Text;
using Hub.Delivery.NetworkPages;

namespace Hub.Pages.Site;

/// <summary>The page that requests are written on: one file, which sends nothing of a case and opens from a disk as well.</summary>
public static class RequestWriter
{
    private const string PolicyBegins = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

    private static readonly byte[] Content = Read();

    /// <summary>The page.</summary>
    public static Page Page { get; } = new("requests", "text/html; charset=utf-8", Content);

    /// <summary>What a browser lets it do: as the file itself says, for it has no headers on a disk, and it is framed nowhere.</summary>
    public static string Policy { get; } = $"{OwnPolicy(Encoding.UTF8.GetString(Content))}; frame-ancestors 'none'";

    private static string OwnPolicy(string html)
    {
        var begin = html.IndexOf(PolicyBegins, StringComparison.Ordinal) + PolicyBegins.Length;
        return html[begin..html.IndexOf('"', begin)];
    }

    private static byte[] Read()
    {
        using var stream = typeof(RequestWriter).Assembly.GetManifestResourceStream("requests.html")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
