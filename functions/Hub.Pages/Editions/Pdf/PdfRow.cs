using Hub.Pages.Editions.Pdf.Letters;

namespace Hub.Pages.Editions.Pdf;

/// <summary>Lines in a column.</summary>
/// <param name="Left">Where the column begins.</param>
/// <param name="Style">How they are set.</param>
/// <param name="Lines">The lines.</param>
internal sealed record PdfCell(double Left, PdfStyle Style, IReadOnlyList<PdfLine> Lines);

/// <summary>What stands side by side on a page, from one margin to the other: every part of a document is rows.</summary>
/// <param name="Cells">Its columns.</param>
internal sealed record PdfRow(params IReadOnlyList<PdfCell> Cells)
{
    // A row of more lines may be broken, if this many stay together.
    private const int Together = 4;

    /// <summary>The space before it; there is none at the top of a page.</summary>
    public double Before { get; init; }

    /// <summary>The space between its lines and the line below.</summary>
    public double After { get; init; }

    /// <summary>The space below that.</summary>
    public double Below { get; init; }

    /// <summary>The line below it.</summary>
    public PdfRule Rule { get; init; }

    /// <summary>Whether it is nothing without what follows, as a heading.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>The name by which it is found in the contents and in the bookmarks.</summary>
    public string? Mark { get; init; }

    /// <summary>Where it leads.</summary>
    public PdfMark? Target { get; init; }

    /// <summary>How many lines it has.</summary>
    public int Lines { get; } = Cells.Max(c => c.Lines.Count);

    /// <summary>The distance of its lines.</summary>
    public double Leading { get; } = Cells.Max(c => c.Style.Leading);

    /// <summary>How high it is.</summary>
    public double Height => Before + Lines * Leading + After + Below;

    /// <summary>The room that it needs on the page where it begins.</summary>
    public double Least => Before + Math.Min(Lines, Together) * Leading + After;
}

/// <summary>A line below a row.</summary>
internal enum PdfRule
{
    /// <summary>None.</summary>
    None,

    /// <summary>A grey one.</summary>
    Fine,

    /// <summary>One in the colour of headings.</summary>
    Strong,
}

/// <summary>A place in a document.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Page">Its page, from 1; 0 as long as it is not known.</param>
/// <param name="Top">How far it is from the top of the page.</param>
internal sealed record PdfMark(string Title, int Page = 0, double Top = 0);
