using System.Buffers.Binary;
using System.Text;
using Hub.Pages.Editions.Pdf.Letters;

namespace Hub.Pages.Tests.Editions.Pdfs;

public sealed class FontTests
{
    private const int LongOffsets = 50;
    private const ushort Words = 1, Scale = 8, MoreFollow = 32, TwoScales = 64, Matrix = 128;

    // The library embeds what a glyph is made of, and not what that is made of: an accent would be missing on paper.
    [Theory]
    [InlineData("DejaVuSansCondensed")]
    [InlineData("DejaVuSansCondensed-Bold")]
    [InlineData("DroidSansFallback")]
    public void No_glyph_is_made_of_glyphs_that_are_made_of_others(string name)
    {
        using var stream = typeof(PdfFonts).Assembly.GetManifestResourceStream($"{name}.ttf")!;
        var font = new byte[stream.Length];
        stream.ReadExactly(font);
        var parts = Parts(font);
        Assert.True(parts.Count > 5_000, $"{parts.Count}");
        Assert.DoesNotContain(parts, p => p.Any(component => parts[component].Count > 0));
    }

    // The tables of a TrueType font: OpenType specification, "loca" and "glyf".
    private static List<IReadOnlyList<int>> Parts(byte[] font)
    {
        var (loca, glyf, isLong) = (Table(font, "loca"), Table(font, "glyf"), Number(font, Table(font, "head") + LongOffsets) == 1);
        int Offset(int glyph) => isLong
            ? BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(loca + glyph * 4))
            : Number(font, loca + glyph * 2) * 2;
        return
        [
            .. Enumerable.Range(0, Number(font, Table(font, "maxp") + 4))
                .Select(g => Offset(g + 1) > Offset(g) ? Components(font, glyf + Offset(g)) : []),
        ];
    }

    private static List<int> Components(byte[] font, int at)
    {
        var components = new List<int>();
        if ((short)Number(font, at) >= 0)
            return components;
        for (int flags = MoreFollow, next = at + 10; (flags & MoreFollow) != 0;)
        {
            flags = Number(font, next);
            components.Add(Number(font, next + 2));
            next += 4 + ((flags & Words) != 0 ? 4 : 2)
                + ((flags & Scale) != 0 ? 2 : 0) + ((flags & TwoScales) != 0 ? 4 : 0) + ((flags & Matrix) != 0 ? 8 : 0);
        }
        return components;
    }

    private static int Table(byte[] font, string tag) => Enumerable.Range(0, Number(font, 4)).Select(n => 12 + n * 16)
        .Where(record => Encoding.ASCII.GetString(font, record, 4) == tag)
        .Select(record => BinaryPrimitives.ReadInt32BigEndian(font.AsSpan(record + 8))).Single();

    private static int Number(byte[] font, int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
}
