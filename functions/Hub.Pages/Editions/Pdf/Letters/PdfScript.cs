using System.Buffers;
using System.Globalization;
using System.Text;
using Hub.Pages.Texts;
using Hub.Register.Text;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>
/// What a PDF sets: the scripts of the six languages and those beside them that its fonts have. What it cannot set is never printed as
/// boxes or loose letters: the document says where it can be read.
/// </summary>
/// <param name="elsewhere">The words that stand for a text in another script.</param>
/// <param name="isRightToLeft">Whether the document is read from right to left.</param>
internal sealed class PdfScript(string elsewhere, bool isRightToLeft)
{
    private static readonly (char First, char Last)[] Scripts =
    [
        ('\u0020', '\u007E'), // Basic Latin
        ('\u00A0', '\u058F'), // Latin, Greek, Cyrillic, Armenian, and the marks that they combine with
        ('\u05D0', '\u05F4'), ('\uFB1D', '\uFB4F'), // Hebrew
        ('\u0600', '\u06FF'), ('\uFB50', '\uFDFF'), ('\uFE70', '\uFEFC'), // Arabic
        ('\u10A0', '\u10FF'), // Georgian
        ('\u1D00', '\u1FFF'), // more Latin and Greek
        ('\u2010', '\u2027'), ('\u202F', '\u205E'), // punctuation, without what turns the direction
        ('\u2070', '\u2BFF'), // signs
        ('\u2E80', '\u312F'), ('\u3400', '\u9FFF'), ('\uF900', '\uFAFF'), ('\uFF01', '\uFFEF'), // Chinese and Japanese
        ('\u2C60', '\u2C7F'), ('\uA640', '\uA69F'), ('\uA720', '\uA7FF'), ('\uFB00', '\uFB06'), // more Latin and Cyrillic
    ];

    private static readonly SearchValues<char> Set = SearchValues.Create([.. Scripts.SelectMany(Characters).Where(PdfFonts.Has)]);

    // Of these no two make one together.
    private static readonly SearchValues<char> Simple = SearchValues.Create(
    [
        .. Characters(('\u0020', '\u052F')).Where(Set.Contains)
            .Where(c => char.IsAscii(c) || char.IsLetterOrDigit(c) || char.IsPunctuation(c)),
    ]);

    /// <summary>Whether the document is read from right to left.</summary>
    public bool IsRightToLeft => isRightToLeft;

    /// <summary>A phrase as it is printed; in each of its parts whatever is in another script is told in words.</summary>
    public string Text(Phrase phrase)
    {
        var isolates = IsRightToLeft || phrase.Runs.Any(r => r.Text.AsSpan().ContainsAny(RightToLeft.Turns));
        return string.Concat(phrase.Runs.Select(r => r.Apart && isolates ? $"\u2068{Text(r.Text)}\u2069" : Text(r.Text)));
    }

    /// <summary>A text as it is printed.</summary>
    public string Text(string text)
    {
        var composed = Composed(text);
        var first = composed.AsSpan().IndexOfAnyExcept(Set);
        if (first < 0)
            return composed;
        // The words that it is part of go with it: of half a word nobody would see that the other half is missing.
        var last = composed.AsSpan().LastIndexOfAnyExcept(Set);
        var (start, end) = (composed.LastIndexOf(' ', first) + 1, composed.IndexOf(' ', last));
        return composed[..start] + elsewhere + (end < 0 ? "" : composed[end..]);
    }

    // A letter and its mark become one character where there is one; characters that are not seen are left out.
    private static string Composed(string text) => text.AsSpan().ContainsAnyExcept(Simple)
        ? SafeText.Composed(string.Concat(text.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.Format)))
        : text;

    private static IEnumerable<char> Characters((char First, char Last) of) =>
        Enumerable.Range(of.First, of.Last - of.First + 1).Select(c => (char)c);
}
