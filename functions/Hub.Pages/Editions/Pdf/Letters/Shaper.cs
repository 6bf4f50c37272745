using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using PdfSharp.Fonts;
using Buffer = HarfBuzzSharp.Buffer;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>Gives letters that are read from right to left the forms that they have beside each other, by HarfBuzz.</summary>
[SuppressMessage("Design", "CA1001", Justification = "There are two, and both live as long as the process.")]
internal sealed class Shaper
{
    private const int FirstPrivate = 0xE000;
    private static readonly Feature[] Features = [new(new Tag('k', 'e', 'r', 'n'), 0)];
    private static readonly Shaper[] All = [new(false), new(true)];

    private readonly Font _font;
    private readonly double _unit;
    private readonly Dictionary<uint, int> _characters = [];
    private readonly Dictionary<string, ShapedWord> _words = [];
    private readonly Dictionary<uint, int> _private = [];

    private Shaper(bool isBold)
    {
        // HarfBuzz reads the font where it lies, for as long as the process runs.
        var bytes = GCHandle.Alloc(PdfFonts.Bytes(PdfFace.Main, isBold), GCHandleType.Pinned);
        using var blob = new Blob(bytes.AddrOfPinnedObject(), ((byte[])bytes.Target!).Length, MemoryMode.ReadOnly);
        var face = new Face(blob, 0);
        _font = new(face);
        _font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        _font.SetFunctionsOpenType();
        _unit = 1.0 / face.UnitsPerEm;
        // Letters by themselves first, then their other forms, so that each form is written as its letter where it can be.
        foreach (var c in Enumerable.Range(0x590, 0x300).Concat(Enumerable.Range(0xFB1D, 0x3E0)))
            if (_font.TryGetNominalGlyph((uint)c, out var glyph) && glyph != 0)
                _characters.TryAdd(glyph, c);
    }

    /// <summary>That of the main font.</summary>
    public static Shaper Of(bool isBold) => All[isBold ? 1 : 0];

    /// <summary>Forgets the words of a document.</summary>
    public static void Forget()
    {
        foreach (var shaper in All)
        {
            shaper._words.Clear();
            shaper._private.Clear();
        }
    }

    /// <summary>A word of such letters.</summary>
    public ShapedWord Shape(string word)
    {
        if (!_words.TryGetValue(word, out var shaped))
            _words[word] = shaped = Shaped(word);
        return shaped;
    }

    private ShapedWord Shaped(string word)
    {
        using var buffer = new Buffer();
        buffer.AddUtf16(word);
        buffer.Direction = Direction.RightToLeft;
        buffer.GuessSegmentProperties();
        _font.Shape(buffer, Features);
        var (glyphs, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var (groups, advances, at) = (new List<ShapedGlyphs>(), new double[word.Length], 0.0);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var (glyph, moved) = (Pair(glyphs[i]), positions[i].XOffset != 0 || positions[i].YOffset != 0);
            // Glyphs are drawn at once as long as each begins where the one before it ends.
            if (moved || groups.Count == 0 || groups[^1].IsClosed)
                groups.Add(new(at + positions[i].XOffset * _unit, positions[i].YOffset * _unit, [glyph]));
            else
                groups[^1].Pairs.Add(glyph);
            groups[^1].IsClosed = moved || positions[i].XAdvance != _font.GetHorizontalGlyphAdvance(glyphs[i].Codepoint);
            at += positions[i].XAdvance * _unit;
            advances[glyphs[i].Cluster] += positions[i].XAdvance * _unit;
        }
        return new(groups, advances, at);
    }

    // The character is what a text taken out of the PDF says, and stands for one glyph: a glyph that only the font knows, such as two marks
    // together, gets one of the private use area.
    private CodePointGlyphIndexPair Pair(GlyphInfo glyph)
    {
        if (!_characters.TryGetValue(glyph.Codepoint, out var character) && !_private.TryGetValue(glyph.Codepoint, out character))
            _private[glyph.Codepoint] = character = FirstPrivate + _private.Count;
        return new(character, (ushort)glyph.Codepoint);
    }
}

/// <summary>A word as it is drawn; all measures are those of a font of size 1.</summary>
/// <param name="Glyphs">What is drawn, from left to right.</param>
/// <param name="Advances">How much room each of its characters takes, in the order of reading.</param>
/// <param name="Width">How much all of them take.</param>
internal sealed record ShapedWord(IReadOnlyList<ShapedGlyphs> Glyphs, double[] Advances, double Width);

/// <summary>Glyphs that are drawn at once.</summary>
/// <param name="Left">Where they begin, from the beginning of their word.</param>
/// <param name="Up">How far they stand above the line.</param>
/// <param name="Pairs">The glyphs and the characters that they stand for.</param>
internal sealed record ShapedGlyphs(double Left, double Up, List<CodePointGlyphIndexPair> Pairs)
{
    /// <summary>Whether the next glyph does not begin where they end.</summary>
    public bool IsClosed { get; set; }
}
