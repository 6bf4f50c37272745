using Hub.Intake.Files.Text;

namespace Hub.Intake.Forms.Reading;

/// <summary>The rows of a workbook.</summary>
internal static class WorkbookLines
{
    /// <summary>All rows of all sheets.</summary>
    public static IReadOnlyList<FormLine> Read(Stream content, string file) =>
    [
        .. SheetText.Rows(content).Take(FormLine.Most).Select(r => new FormLine(
            [.. r.Cells.Select(c => new FormCell(FormLine.Trimmed(c.Text), new(file) { Sheet = r.Sheet, Cell = c.At }))], r.Sheet)),
    ];
}
