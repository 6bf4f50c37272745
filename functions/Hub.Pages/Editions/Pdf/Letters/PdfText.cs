using System.Buffers;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>A line of text.</summary>
/// <param name="Text">What it says, in the order of reading.</param>
/// <param name="Levels">The levels of its characters (<see cref="Bidi"/>); null where all are read from left to right.</param>
internal readonly record struct PdfLine(string Text, byte[]? Levels);

/// <summary>Measures texts and breaks them into lines.</summary>
internal static class PdfText
{
    // A long word is rather broken after one of these, if that leaves at least half a line.
    private static readonly SearchValues<char> BreaksAfter = SearchValues.Create("/.@-_?&=,;:");

    /// <summary>The width of a text in a style.</summary>
    public static double Width(string text, PdfStyle style) => Advances(text, style.IsBold).Sum() * style.Size;

    /// <summary>A text as one line.</summary>
    public static PdfLine Line(string text, bool isRightToLeft)
    {
        if (!isRightToLeft && !text.AsSpan().ContainsAny(RightToLeft.Turns))
            return new(text, null);
        var levels = Bidi.Levels(text, isRightToLeft);
        var seen = Enumerable.Range(0, text.Length).Where(i => !RightToLeft.IsIsolate(text[i])).ToList();
        return new(string.Concat(seen.Select(i => text[i])), [.. seen.Select(i => levels[i])]);
    }

    /// <summary>
    /// The lines of a text in a column: broken where a line may end, and within a word only where it is wider than the column.
    /// </summary>
    public static IReadOnlyList<PdfLine> Lines(string text, PdfStyle style, double width, bool isRightToLeft)
    {
        var whole = Line(string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)), isRightToLeft);
        var advances = Advances(whole.Text, style.IsBold);
        if (advances.Sum() * style.Size <= width)
            return [whole];
        var lines = new List<PdfLine>();
        for (var start = 0; start < whole.Text.Length;)
        {
            var end = End(whole.Text, advances.AsSpan(), start, width / style.Size);
            lines.Add(new(whole.Text[start..end], whole.Levels?[start..end]));
            start = end < whole.Text.Length && whole.Text[end] == ' ' ? end + 1 : end;
        }
        return lines;
    }

    // A blank at the end of a line takes no room.
    private static int End(string text, ReadOnlySpan<double> advances, int start, double room)
    {
        var (end, used, last) = (start, 0.0, -1);
        for (; end < text.Length && (used += advances[end]) <= room; end++)
            if (end > start && LineBreaks.Before(text, end))
                last = end;
        if (end == text.Length || text[end] == ' ')
            return end;
        if (end > start && LineBreaks.Before(text, end))
            return end;
        if (last > 0)
            return last;
        var after = text.AsSpan(start, end - start).LastIndexOfAny(BreaksAfter) + 1;
        return Math.Max(after > (end - start) / 2 ? start + after : end, start + 1);
    }

    private static double[] Advances(string text, bool isBold)
    {
        var advances = new double[text.Length];
        for (var i = 0; i < text.Length; i++)
            if (RightToLeft.IsJoined(text[i]))
            {
                var word = RightToLeft.Word(text, i);
                Shaper.Of(isBold).Shape(word).Advances.CopyTo(advances.AsSpan(i));
                i += word.Length - 1;
            }
            else
                advances[i] = PdfFonts.Width(text[i], isBold);
        return advances;
    }
}
