using Hub.Pages.Editions.Pdf.Letters;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Hub.Pages.Editions.Pdf;

/// <summary>A page of A4: its margins are those of the printed HTML.</summary>
internal static class PdfSheet
{
    public const double Width = 595;
    public const double Height = 842;
    public const double Left = 51;
    public const double Right = Width - 51;
    public const double Top = 60;
    public const double Bottom = Height - 54;

    /// <summary>From one margin to the other.</summary>
    public const double Room = Right - Left;

    /// <summary>Where the running head and the number of the page stand.</summary>
    public const double Head = 34;

    /// <inheritdoc cref="Head"/>
    public const double Foot = Height - 36;
}

/// <summary>What rows are put on.</summary>
internal interface IPdfPaper
{
    /// <summary>Begins a page.</summary>
    void Begin(int page, string running);

    /// <summary>Puts a line of text below a height, so far from the margin where lines begin.</summary>
    void Text(PdfLine line, PdfStyle style, double left, double top);

    /// <summary>Draws a line across the page.</summary>
    void Rule(PdfRule rule, double at);

    /// <summary>Remembers a place.</summary>
    void Mark(PdfMark mark);

    /// <summary>Makes a part of the page lead to a place.</summary>
    void Link(double top, double height, PdfMark target);

    /// <summary>Ends the page.</summary>
    void End();
}

/// <summary>Paper on which nothing is printed: to know how many pages there will be, and where everything will stand.</summary>
internal sealed class BlankPaper : IPdfPaper
{
    public void Begin(int page, string running)
    {
    }

    public void Text(PdfLine line, PdfStyle style, double left, double top)
    {
    }

    public void Rule(PdfRule rule, double at)
    {
    }

    public void Mark(PdfMark mark)
    {
    }

    public void Link(double top, double height, PdfMark target)
    {
    }

    public void End()
    {
    }
}

/// <summary>The pages of a PDF. Where it is read from right to left, all that stands on a page is on its other side.</summary>
internal sealed class PrintedPaper : IPdfPaper
{
    private readonly PdfDocument _document;
    private readonly string _title;
    private readonly int _pages;
    private readonly bool _isRightToLeft;
    private PdfPage _page = null!;
    private XGraphics _ink = null!;
    private CodePointGlyphIndexPair[]? _glyphs;

    /// <summary>Paper of a document.</summary>
    /// <param name="document">The PDF.</param>
    /// <param name="title">What stands at the head of every page but the first.</param>
    /// <param name="pages">How many there will be.</param>
    /// <param name="isRightToLeft">Whether it is read from right to left.</param>
    public PrintedPaper(PdfDocument document, string title, int pages, bool isRightToLeft)
    {
        (_document, _title, _pages, _isRightToLeft) = (document, title, pages, isRightToLeft);
        // The library looks glyphs up by characters; those of joined letters are another's choice.
        document.RenderEvents.RenderTextEvent += (_, text) => text.CodePointGlyphIndexPairs = _glyphs ?? text.CodePointGlyphIndexPairs;
    }

    public void Begin(int page, string running)
    {
        _page = _document.AddPage();
        (_page.Width, _page.Height) = (XUnit.FromPoint(PdfSheet.Width), XUnit.FromPoint(PdfSheet.Height));
        _ink = XGraphics.FromPdfPage(_page);
        AtEnd($"{page} / {_pages}", PdfSheet.Foot);
        if (page == 1)
            return;
        Text(PdfText.Line(_title, _isRightToLeft), PdfStyle.Running, PdfSheet.Left, PdfSheet.Head);
        AtEnd(running, PdfSheet.Head);
    }

    public void Text(PdfLine line, PdfStyle style, double left, double top)
    {
        var pieces = PdfPiece.Of(line, style.IsBold, _isRightToLeft);
        var at = _isRightToLeft ? PdfSheet.Width - left - pieces.Sum(p => p.Width) * style.Size : left;
        foreach (var piece in pieces)
        {
            Draw(piece, style, at, top + style.Size);
            at += piece.Width * style.Size;
        }
    }

    private void AtEnd(string text, double top)
    {
        var line = PdfText.Line(text, _isRightToLeft);
        Text(line, PdfStyle.Running, PdfSheet.Right - PdfText.Width(line.Text, PdfStyle.Running), top);
    }

    private void Draw(PdfPiece piece, PdfStyle style, double left, double foot)
    {
        if (piece is PdfPiece.Plain plain)
            _ink.DrawString(plain.Text, PdfFonts.Of(style.Size, style.IsBold, plain.Face), style.Ink, left, foot);
        else if (piece is PdfPiece.Joined joined)
            foreach (var glyphs in joined.Word.Glyphs)
                Draw(glyphs, style, left + glyphs.Left * style.Size, foot - glyphs.Up * style.Size);
    }

    // The library draws as many glyphs as the text has characters, whichever they are.
    private void Draw(ShapedGlyphs glyphs, PdfStyle style, double left, double foot)
    {
        _glyphs = [.. glyphs.Pairs];
        _ink.DrawString(new(' ', _glyphs.Length), PdfFonts.Of(style.Size, style.IsBold), style.Ink, left, foot);
        _glyphs = null;
    }

    public void Rule(PdfRule rule, double at)
    {
        if (rule != PdfRule.None)
            _ink.DrawLine(rule == PdfRule.Strong ? PdfInk.Strong : PdfInk.Fine, PdfSheet.Left, at, PdfSheet.Right, at);
    }

    public void Mark(PdfMark mark) => _document.Outlines.Add(new(mark.Title, _page)
    {
        PageDestinationType = PdfPageDestinationType.Xyz, Top = PdfSheet.Height - mark.Top,
    });

    public void Link(double top, double height, PdfMark target)
    {
        var from = new PdfRectangle(new XRect(PdfSheet.Left, PdfSheet.Height - top - height, PdfSheet.Room, height));
        var link = _page.AddDocumentLink(from, target.Page, new XPoint(0, PdfSheet.Height - target.Top));
        // The library names it at random and dates it now; neither has to be there.
        link.Elements.Remove("/NM");
        link.Elements.Remove("/M");
    }

    // Page by page: what is not compressed before the next begins would all be in memory at the end.
    public void End()
    {
        _ink.Dispose();
        foreach (var content in _page.Contents.Elements.OfType<PdfReference>().Select(r => r.Value).OfType<PdfContent>())
            content.Compressed = true;
    }
}
