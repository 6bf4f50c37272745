using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Hub.Pages.Editions.Pdf;

/// <summary>The two fonts of a PDF. They come with the hub: the machines that it runs on have none.</summary>
internal static class PdfFonts
{
    private const string Family = "DejaVuSansCondensed";
    private const double Em = 1000;

    private static readonly XPdfFontOptions Embedded = new(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset);
    private static readonly Dictionary<(double Size, bool IsBold), XFont> Fonts = [];
    private static readonly Dictionary<(char Character, bool IsBold), double> Widths = [];

    static PdfFonts() => GlobalFontSettings.FontResolver = new Resolver();

    /// <summary>Held by whoever makes a PDF: the fonts, the library's and these, are shared and not made for several threads.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>The font of a style.</summary>
    public static XFont Of(double size, bool isBold)
    {
        if (!Fonts.TryGetValue((size, isBold), out var font))
            Fonts[(size, isBold)] = font = new(Family, size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Embedded);
        return font;
    }

    /// <summary>Whether both fonts have a character.</summary>
    public static bool Has(char character) => Has(character, Of(Em, false)) && Has(character, Of(Em, true));

    /// <summary>The width of a character in a font of size 1; without kerning, a text is as wide as its characters.</summary>
    public static double Width(char character, bool isBold)
    {
        if (!Widths.TryGetValue((character, isBold), out var width))
        {
            using var measure = XGraphics.CreateMeasureContext(new(Em, Em), XGraphicsUnit.Point, XPageDirection.Downwards);
            Widths[(character, isBold)] = width = measure.MeasureString(character.ToString(), Of(Em, isBold)).Width / Em;
        }
        return width;
    }

    private static bool Has(char character, XFont font) => GlyphHelper.GlyphIndexFromCodePoint(character, font) != 0;

    private sealed class Resolver : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? $"{Family}-Bold" : Family);

        public byte[] GetFont(string faceName)
        {
            using var font = typeof(PdfFonts).Assembly.GetManifestResourceStream($"{faceName}.ttf")!;
            var bytes = new byte[font.Length];
            font.ReadExactly(bytes);
            return bytes;
        }
    }
}
