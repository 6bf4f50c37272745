namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>What is drawn at once of a line; measures are those of a font of size 1.</summary>
/// <param name="Width">How much room it takes.</param>
internal abstract record PdfPiece(double Width)
{
    /// <summary>Characters that stand as they follow.</summary>
    public sealed record Plain(string Text, PdfFace Face, double Width) : PdfPiece(Width);

    /// <summary>Letters that are read from right to left.</summary>
    public sealed record Joined(ShapedWord Word) : PdfPiece(Word.Width);

    /// <summary>The pieces of a line, from left to right.</summary>
    public static IReadOnlyList<PdfPiece> Of(PdfLine line, bool isBold, bool isRightToLeft) => line.Levels is not { } levels
        ? [.. PlainOf(line.Text, isBold)]
        : [.. Bidi.Order(line.Text, levels, isRightToLeft).SelectMany(run => Of(line.Text.Substring(run.Start, run.Length), run, isBold))];

    private static IEnumerable<PdfPiece> Of(string text, VisualRun run, bool isBold) =>
        run.IsRightToLeft ? RightToLeftOf(text, isBold).Reverse() : PlainOf(text, isBold);

    private static IEnumerable<PdfPiece> PlainOf(string text, bool isBold)
    {
        for (var start = 0; start < text.Length;)
        {
            var (end, face, width) = (start, PdfFonts.FaceOf(text[start]), 0.0);
            for (; end < text.Length && PdfFonts.FaceOf(text[end]) == face; end++)
                width += PdfFonts.Width(text[end], isBold);
            yield return new Plain(text[start..end], face, width);
            start = end;
        }
    }

    private static IEnumerable<PdfPiece> RightToLeftOf(string text, bool isBold)
    {
        for (var at = 0; at < text.Length; at++)
            if (RightToLeft.IsJoined(text[at]))
            {
                var word = RightToLeft.Word(text, at);
                yield return new Joined(Shaper.Of(isBold).Shape(word));
                at += word.Length - 1;
            }
            else
            {
                var sign = RightToLeft.Mirror(text[at]);
                yield return new Plain(sign.ToString(), PdfFonts.FaceOf(sign), PdfFonts.Width(sign, isBold));
            }
    }
}
