using System.Buffers;

namespace Hub.Pages.Editions.Pdf;

/// <summary>Measures texts and breaks them into lines.</summary>
internal static class PdfText
{
    // A long word is rather broken after one of these, if that leaves at least half a line.
    private static readonly SearchValues<char> BreaksAfter = SearchValues.Create("/.@-_?&=,;:");

    /// <summary>The width of a text in a style.</summary>
    public static double Width(ReadOnlySpan<char> text, PdfStyle style)
    {
        var width = 0.0;
        foreach (var character in text)
            width += PdfFonts.Width(character, style.IsBold);
        return width * style.Size;
    }

    /// <summary>The lines of a text in a column: broken at spaces, and within a word only where it is wider than the column.</summary>
    public static IReadOnlyList<string> Lines(string text, PdfStyle style, double width)
    {
        if (Width(text, style) <= width)
            return [text];
        var (lines, line, used, space) = (new List<string>(), "", 0.0, Width(" ", style));
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, style, width)))
        {
            var more = Width(word.Text, style);
            var isFirst = line.Length == 0;
            if (!isFirst && (!word.IsWhole || used + space + more > width))
            {
                lines.Add(line);
                (line, used, isFirst) = ("", 0, true);
            }
            (line, used) = isFirst ? (word.Text, more) : ($"{line} {word.Text}", used + space + more);
        }
        return line.Length == 0 ? lines : [.. lines, line];
    }

    // The first piece may follow a word; every other one begins a line.
    private static IEnumerable<(string Text, bool IsWhole)> Pieces(string word, PdfStyle style, double width)
    {
        for (var start = 0; start < word.Length;)
        {
            var fits = Fits(word.AsSpan(start), style, width);
            yield return (word.Substring(start, fits), start == 0);
            start += fits;
        }
    }

    private static int Fits(ReadOnlySpan<char> word, PdfStyle style, double width)
    {
        var (fits, used) = (0, 0.0);
        while (fits < word.Length && (used += PdfFonts.Width(word[fits], style.IsBold) * style.Size) <= width)
            fits++;
        if (fits == word.Length)
            return fits;
        var after = word[..fits].LastIndexOfAny(BreaksAfter) + 1;
        return after > fits / 2 ? after : Math.Max(fits, 1);
    }
}
