using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>A font of a PDF.</summary>
internal enum PdfFace
{
    /// <summary>Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic, with a bold of its own.</summary>
    Main,

    /// <summary>Chinese and Japanese; its bold is drawn with a thicker pen.</summary>
    Chinese,
}

/// <summary>The fonts of a PDF. They come with the hub: the machines that it runs on have none.</summary>
internal static class PdfFonts
{
    private const double Em = 1000;
    private static readonly Dictionary<PdfFace, string> Families = new()
    {
        [PdfFace.Main] = "DejaVuSansCondensed", [PdfFace.Chinese] = "DroidSansFallback",
    };

    private static readonly XPdfFontOptions Embedded = new(PdfFontEncoding.Unicode, PdfFontEmbedding.TryComputeSubset);
    private static readonly Dictionary<(double Size, bool IsBold, PdfFace Face), XFont> Fonts = [];
    private static readonly Dictionary<(char Character, bool IsBold), double> Widths = [];
    private static readonly Dictionary<char, PdfFace?> Faces = [];

    static PdfFonts() => GlobalFontSettings.FontResolver = new Resolver();

    /// <summary>Held by whoever makes a PDF: the fonts, the library's and these, are shared and not made for several threads.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>The font of a style.</summary>
    public static XFont Of(double size, bool isBold, PdfFace face = PdfFace.Main)
    {
        if (!Fonts.TryGetValue((size, isBold, face), out var font))
            Fonts[(size, isBold, face)] = font =
                new(Families[face], size, isBold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Embedded);
        return font;
    }

    /// <summary>Whether a font has a character, in both weights.</summary>
    public static bool Has(char character) => Found(character) is not null;

    /// <summary>The font that has a character; the main one where none does.</summary>
    public static PdfFace FaceOf(char character) => Found(character) ?? PdfFace.Main;

    /// <summary>The width of a character in a font of size 1; without kerning, a text is as wide as its characters.</summary>
    public static double Width(char character, bool isBold)
    {
        if (!Widths.TryGetValue((character, isBold), out var width))
        {
            using var measure = XGraphics.CreateMeasureContext(new(Em, Em), XGraphicsUnit.Point, XPageDirection.Downwards);
            Widths[(character, isBold)] = width =
                measure.MeasureString(character.ToString(), Of(Em, isBold, FaceOf(character))).Width / Em;
        }
        return width;
    }

    /// <summary>The font itself.</summary>
    public static byte[] Bytes(PdfFace face, bool isBold) =>
        Bytes(isBold && face == PdfFace.Main ? $"{Families[face]}-Bold" : Families[face]);

    private static PdfFace? Found(char character)
    {
        if (!Faces.TryGetValue(character, out var face))
            Faces[character] = face = Families.Keys.Order().Cast<PdfFace?>().FirstOrDefault(
                f => Has(character, Of(Em, false, f!.Value)) && Has(character, Of(Em, true, f.Value)));
        return face;
    }

    private static bool Has(char character, XFont font) => GlyphHelper.GlyphIndexFromCodePoint(character, font) != 0;

    private static byte[] Bytes(string name)
    {
        using var font = typeof(PdfFonts).Assembly.GetManifestResourceStream($"{name}.ttf")!;
        var bytes = new byte[font.Length];
        font.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Resolver : IFontResolver
    {
        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
            familyName == Families[PdfFace.Chinese] ? new(familyName, mustSimulateBold: isBold, mustSimulateItalic: false)
            : new(isBold ? $"{familyName}-Bold" : familyName);

        public byte[] GetFont(string faceName) => Bytes(faceName);
    }
}
