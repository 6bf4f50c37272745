using System.Buffers;
using System.Text;

namespace Hub.Core.Documents.Text;

/// <summary>Letters as a reader sees them, where printers write them as others: ligatures, hyphens that do not break or do not show.</summary>
internal static class SeenText
{
    private const char NoBreakHyphen = '\u2011';
    private const char SoftHyphen = '\u00AD';
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    private static readonly SearchValues<char> Written =
        SearchValues.Create([NoBreakHyphen, SoftHyphen, .. Enumerable.Range('\uFB00', 7).Select(c => (char)c)]);

    /// <summary>The text with them written out.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Written))
            return text;
        var seen = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '\uFB00' and <= '\uFB06')
                seen.Append(Ligatures[c - '\uFB00']);
            else if (c == NoBreakHyphen)
                seen.Append('-');
            else if (c != SoftHyphen)
                seen.Append(c);
        }
        return seen.ToString();
    }
}
