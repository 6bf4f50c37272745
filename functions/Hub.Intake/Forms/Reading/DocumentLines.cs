using Hub.Intake.Files.Text;
using Hub.Notices;

namespace Hub.Intake.Forms.Reading;

/// <summary>The rows of the tables of a document, and what its paragraphs outside of them say with labels.</summary>
internal static class DocumentLines
{
    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<FormLine> Read(IReadOnlyList<PageLine> lines, string file)
    {
        var (found, rows, paragraphs) = (new List<FormLine>(), 0, 0);
        foreach (var line in lines.TakeWhile(_ => found.Count < FormLine.Most))
        {
            if (line.IsRow)
                AddRow(found, line, new(file) { Row = ++rows });
            else
                AddParagraph(found, FormLine.Trimmed(line.Cells[0]), new(file) { Paragraph = ++paragraphs });
        }
        return found;
    }

    private static void AddRow(List<FormLine> found, PageLine line, FormPlace place)
    {
        var row = line.Cells.Select(c => new FormCell(FormLine.Trimmed(c), place)).ToList();
        if (row.Any(c => !c.IsEmpty))
            found.Add(new(row));
    }

    private static void AddParagraph(List<FormLine> found, string text, FormPlace place)
    {
        if (text.Length > 0)
            found.AddRange(LabelledText.Read([text], _ => place));
    }
}
