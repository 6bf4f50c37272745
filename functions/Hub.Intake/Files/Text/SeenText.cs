using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Hub.Intake.Files.Text;

/// <summary>
/// Letters as a reader sees them, where printers write them as others: ligatures, hyphens that do not break or do not show; without what is
/// struck through by marks, and without the mark of a footnote behind a number.
/// </summary>
public static partial class SeenText
{
    private const char NoBreakHyphen = '\u2011';
    private const char SoftHyphen = '\u00AD';

    /// <summary>Digits of a mark at most.</summary>
    internal const int LongestMark = 3;

    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    private static readonly SearchValues<char> Written =
        SearchValues.Create([NoBreakHyphen, SoftHyphen, .. Enumerable.Range('\uFB00', 7).Select(c => (char)c)]);

    private static readonly SearchValues<char> Marks = SearchValues.Create("\u0335\u0336\u0337\u0338¹²³⁰⁴⁵⁶⁷⁸⁹");

    private static readonly string[] RaisedDigits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

    /// <summary>
    /// A text that stands raised on the page, as the mark of a footnote does: its digits are none of the number before it.
    /// </summary>
    public static string Raised(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? RaisedDigits[c - '0'] : c.ToString()));

    /// <summary>The text with them written out.</summary>
    public static string Of(string text)
    {
        var standing = text.AsSpan().ContainsAny(Marks) ? WithoutMarks(Struck().Replace(text, "")) : text;
        return standing.AsSpan().ContainsAny(Written) ? WrittenOut(standing) : standing;
    }

    // Minutes are raised too (9³⁰), and what is too long to be a mark may be a number: both are left for a person to read.
    private static string WithoutMarks(string text)
    {
        return Footnote().Replace(text, m => m.Length > LongestMark || (m.Length == 2 && IsHour(m.Index)) ? m.Value : "");

        bool IsHour(int end) => end < 3 || !char.IsDigit(text[end - 3]) || !char.IsDigit(text[end - 2]);
    }

    private static string WrittenOut(string text)
    {
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

    // A stroke through a sign of mathematics makes another sign of it (≠); through anything else it takes it away.
    [GeneratedRegex(@"[^\p{M}]\p{M}{0,3}[\u0335-\u0337]\p{M}{0,3}|[\p{L}\p{Nd}]\p{M}{0,3}\u0338\p{M}{0,3}")]
    private static partial Regex Struck();

    [GeneratedRegex(@"(?<=\p{Nd})(?>[¹²³⁰⁴⁵⁶⁷⁸⁹]+)(?!\p{Nd})")]
    private static partial Regex Footnote();
}
