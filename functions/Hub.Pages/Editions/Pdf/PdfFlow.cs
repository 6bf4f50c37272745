namespace Hub.Pages.Editions.Pdf;

/// <summary>Puts rows on pages, one below the other, and begins a new page where the next does not fit.</summary>
/// <param name="paper">What they are put on.</param>
internal sealed class PdfFlow(IPdfPaper paper)
{
    private readonly List<PdfRow> _waiting = [];
    private readonly List<PdfMark> _marks = [];
    private double _at = double.MaxValue;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; }

    /// <summary>The places that have a name, in their order.</summary>
    public IReadOnlyList<PdfMark> Marks => _marks;

    /// <summary>What stands at the head of the pages that begin from now on, beside the edition.</summary>
    public string Running { get; set; } = "";

    /// <summary>The row that is said again where a page begins: the head of a table.</summary>
    public PdfRow? Repeated { get; set; }

    private bool IsAtTop => _at <= PdfSheet.Top;

    /// <summary>Adds a row.</summary>
    public void Add(PdfRow row)
    {
        _waiting.Add(row);
        if (row.KeepsWithNext)
            return;
        if (_at + _waiting.SkipLast(1).Sum(r => r.Height) + row.Least > PdfSheet.Bottom && !IsAtTop)
            BeginPage();
        var now = _waiting.ToList();
        _waiting.Clear();
        now.ForEach(Put);
    }

    /// <summary>Goes on at the top of a page.</summary>
    public void BeginPage()
    {
        if (Pages > 0)
            paper.End();
        paper.Begin(++Pages, Running);
        _at = PdfSheet.Top;
        if (Repeated is { } again && !_waiting.Contains(again))
            Put(again);
    }

    /// <summary>Ends the last page.</summary>
    public void End() => paper.End();

    private void Put(PdfRow row)
    {
        if (!IsAtTop)
            _at += row.Before;
        Note(row);
        for (var line = 0; line < row.Lines;)
        {
            // Spaces alone may have gone beyond the page: then nothing fits, and not less than nothing.
            var count = Math.Clamp((int)((PdfSheet.Bottom - _at) / row.Leading), 0, row.Lines - line);
            Put(row, line, count);
            line += count;
            if (line < row.Lines)
                BeginPage();
        }
        _at += row.After;
        paper.Rule(row.Rule, _at);
        _at += row.Below;
    }

    private void Put(PdfRow row, int from, int count)
    {
        if (row.Target is { } target)
            paper.Link(_at, count * row.Leading, target);
        foreach (var cell in row.Cells)
            for (var n = 0; n < count && from + n < cell.Lines.Count; n++)
                paper.Text(cell.Lines[from + n], cell.Style, cell.Left, _at + n * row.Leading);
        _at += count * row.Leading;
    }

    private void Note(PdfRow row)
    {
        if (row.Mark is not { } title)
            return;
        var mark = new PdfMark(title, Pages, _at);
        _marks.Add(mark);
        paper.Mark(mark);
    }
}
