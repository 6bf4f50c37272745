using PdfSharp.Drawing;

namespace Hub.Pages.Editions.Pdf.Letters;

/// <summary>How a text is set.</summary>
/// <param name="Size">The size of the font in points.</param>
/// <param name="Leading">From one line to the next.</param>
/// <param name="IsBold">Whether it is bold.</param>
/// <param name="Ink">Its colour.</param>
internal sealed record PdfStyle(double Size, double Leading, bool IsBold, XBrush Ink)
{
    /// <summary>The title of the document.</summary>
    public static readonly PdfStyle Title = new(20, 25, true, PdfInk.Text);

    /// <summary>The name of the edition, below the title.</summary>
    public static readonly PdfStyle Subtitle = new(12, 17, true, PdfInk.Text);

    /// <summary>A State, the contents, the changes.</summary>
    public static readonly PdfStyle Heading = new(14, 18, true, PdfInk.Accent);

    /// <summary>An authority.</summary>
    public static readonly PdfStyle Subheading = new(10, 13.5, true, PdfInk.Text);

    /// <summary>What is said.</summary>
    public static readonly PdfStyle Text = new(8.5, 11.5, false, PdfInk.Text);

    /// <summary>What stands out in it.</summary>
    public static readonly PdfStyle Strong = Text with { IsBold = true };

    /// <summary>What a value is.</summary>
    public static readonly PdfStyle Label = Text with { Ink = PdfInk.Quiet };

    /// <summary>Who may read the document.</summary>
    public static readonly PdfStyle Restriction = Strong with { Ink = PdfInk.Warning };

    /// <summary>A line of the contents.</summary>
    public static readonly PdfStyle Entry = new(9, 13, false, PdfInk.Text);

    /// <summary>The head and the number of a page.</summary>
    public static readonly PdfStyle Running = new(7.5, 10, false, PdfInk.Quiet);
}

/// <summary>The colours of a PDF, those of the HTML.</summary>
internal static class PdfInk
{
    public static readonly XBrush Text = new XSolidBrush(XColor.FromArgb(0x1a, 0x1a, 0x1a));
    public static readonly XBrush Quiet = new XSolidBrush(XColor.FromArgb(0x4a, 0x4a, 0x4a));
    public static readonly XBrush Accent = new XSolidBrush(XColor.FromArgb(0x0b, 0x4f, 0x8a));
    public static readonly XBrush Warning = new XSolidBrush(XColor.FromArgb(0x5c, 0x38, 0x00));
    public static readonly XPen Strong = new(XColor.FromArgb(0x0b, 0x4f, 0x8a), 1);
    public static readonly XPen Fine = new(XColor.FromArgb(0xc8, 0xc8, 0xc8), 0.5);
}
