using System.Globalization;
using Hub.Pages.Editions.Pdf.Letters;
using Hub.Pages.Mail;
using Hub.Pages.Texts;

namespace Hub.Pages.Editions.Pdf;

/// <summary>The parts that documents are made of: headings, paragraphs, facts, tables of changes, contents.</summary>
/// <param name="flow">Where they go.</param>
/// <param name="script">What can be printed.</param>
internal sealed class PdfParts(PdfFlow flow, PdfScript script)
{
    private const double LabelRoom = 110;
    private const double Gap = 10;
    private const double NumberRoom = 40;
    private const double Second = PdfSheet.Left + LabelRoom + Gap;
    private const double ValueRoom = PdfSheet.Right - Second;
    private const double HalfRoom = (ValueRoom - Gap) / 2;
    private const double Third = Second + HalfRoom + Gap;

    /// <summary>Where the parts go.</summary>
    public PdfFlow Flow => flow;

    /// <summary>A paragraph.</summary>
    public void Paragraph(Phrase text, PdfStyle style, double before = 3) =>
        flow.Add(new(Cell(PdfSheet.Left, PdfSheet.Room, style, [text])) { Before = before });

    /// <summary>A line across the page.</summary>
    public void Line() => flow.Add(new(new PdfCell(PdfSheet.Left, PdfStyle.Text, [])) { Rule = PdfRule.Strong, After = 6 });

    /// <summary>A heading; one with a mark is found in the contents and in the bookmarks.</summary>
    public void Heading(Phrase text, bool isMarked) => flow.Add(new(Cell(PdfSheet.Left, PdfSheet.Room, PdfStyle.Heading, [text]))
    {
        Before = 20, After = 3, Below = 5, Rule = PdfRule.Strong, KeepsWithNext = true, Mark = isMarked ? script.Text(text) : null,
    });

    /// <summary>A heading below another.</summary>
    public void Subheading(Phrase text) => flow.Add(new(Cell(PdfSheet.Left, PdfSheet.Room, PdfStyle.Subheading, [text]))
    {
        Before = 11, After = 2, KeepsWithNext = true,
    });

    /// <summary>Facts: what it is, and what it says.</summary>
    public void Facts(IEnumerable<Fact> facts)
    {
        foreach (var fact in facts)
            flow.Add(new(
                Cell(PdfSheet.Left, LabelRoom, PdfStyle.Label, [fact.Label]), Cell(Second, ValueRoom, PdfStyle.Text, fact.Values))
            {
                Before = 1.5,
            });
    }

    /// <summary>A table of what was and what is; its head is said again on every page that it goes on to.</summary>
    public void Table(Phrase headline, ChangeRow head, IReadOnlyList<ChangeRow> rows)
    {
        flow.Add(new(Cell(PdfSheet.Left, PdfSheet.Room, PdfStyle.Strong, [headline])) { Before = 10, After = 3, KeepsWithNext = true });
        var first = Row(head, PdfStyle.Strong) with { KeepsWithNext = true };
        flow.Add(first);
        flow.Repeated = first;
        foreach (var row in rows)
            flow.Add(Row(row, PdfStyle.Text));
        flow.Repeated = null;
    }

    /// <summary>A line of the contents.</summary>
    public void Entry(PdfMark mark) => Entry(mark.Title, PdfStyle.Entry, mark);

    /// <summary>What leads to a place, and its page.</summary>
    public void Entry(Phrase text, PdfStyle style, PdfMark mark)
    {
        var page = mark.Page.ToString(CultureInfo.InvariantCulture);
        flow.Add(new(
            Cell(PdfSheet.Left, PdfSheet.Room - NumberRoom, style, [text]),
            new PdfCell(PdfSheet.Right - PdfText.Width(page, style), style, [new(page, null)]))
        {
            Rule = PdfRule.Fine, Target = mark, After = 1,
        });
    }

    private PdfRow Row(ChangeRow row, PdfStyle style) => new(
        Cell(PdfSheet.Left, LabelRoom, style, [row.Label]),
        Cell(Second, HalfRoom, style, row.Before),
        Cell(Third, HalfRoom, style, row.After))
    {
        Before = 2, After = 2, Rule = PdfRule.Fine,
    };

    private PdfCell Cell(double left, double width, PdfStyle style, IEnumerable<Phrase> texts) =>
        new(left, style, [.. texts.SelectMany(t => PdfText.Lines(script.Text(t), style, width, script.IsRightToLeft))]);
}
