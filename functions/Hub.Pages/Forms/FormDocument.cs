using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Hub.Intake.Forms;
using Hub.Notices.Documents;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Forms;

/// <summary>The form as a document: a table for each section.</summary>
internal static class FormDocument
{
    private static readonly string[] Widths = ["700", "2700", "2900", "3300"];

    /// <summary>The document.</summary>
    public static byte[] Of(IReadOnlyList<FormRow> rows, Language language)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var part = document.AddNewPart<MainDocumentPart>($"{DocumentKind.Docx.MediaType()}.main+xml", "rIdDocument");
            part.Document = new Document(new Body(new Writer(language).Content(rows)));
        }
        return FixedZip.Of(stream);
    }

    private sealed class Writer(Language language)
    {
        private readonly bool _rightToLeft = language.Direction() == "rtl";

        public IEnumerable<OpenXmlElement> Content(IReadOnlyList<FormRow> rows)
        {
            yield return Paragraph(FormTexts.Text("Title", language), size: "36", bold: true);
            foreach (var line in DesignationForms.Introduction(language))
                yield return Paragraph(line);
            yield return Table([new FormRow(null, DesignationForm.Mark, "")], DesignationForms.Columns(language));
            foreach (var section in DesignationForm.Sections)
            {
                yield return Paragraph("");
                yield return Table(rows.Where(r => r.Code[0] == section), null);
            }
            yield return new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1000, Bottom = 1000, Left = 1000, Right = 1000, Header = 500, Footer = 500, Gutter = 0 });
        }

        private Table Table(IEnumerable<FormRow> rows, string[]? columns)
        {
            var properties = new TableProperties();
            if (_rightToLeft)
                properties.Append(new BiDiVisual());
            properties.Append(
                new TableWidth { Width = "9600", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed });
            var table = new Table(properties, new TableGrid(Widths.Select(w => new GridColumn { Width = w })));
            foreach (var row in rows)
                table.Append(row.Code == DesignationForm.Mark ? Wide(row.Code, false)
                    : row.IsHeading ? Wide($"{row.Code}. {row.Label}", true)
                    : Row(row));
            if (columns is not null)
                table.Append(new TableRow(columns.Select((c, i) => Cell(c, Widths[i], bold: true))));
            return table;
        }

        private TableRow Row(FormRow row) => new(
            new TableRowProperties(new CantSplit()),
            Cell(row.Code, Widths[0]), Cell(row.Label, Widths[1]), Cell(row.Hint, Widths[2], size: "17"), Cell(row.Value, Widths[3]));

        private TableRow Wide(string text, bool bold) => new(new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = "9600", Type = TableWidthUnitValues.Dxa }, new GridSpan { Val = 4 },
                new Shading { Val = ShadingPatternValues.Clear, Fill = "DCE6F1" }),
            Paragraph(text, bold: bold, keep: true)));

        private TableCell Cell(string text, string width, string size = "20", bool bold = false)
        {
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }));
            cell.Append(text.Split('\n').Select(line => Paragraph(line, size, bold)));
            return cell;
        }

        private Paragraph Paragraph(string text, string size = "20", bool bold = false, bool keep = false)
        {
            var properties = new ParagraphProperties();
            if (keep)
                properties.Append(new KeepNext());
            if (_rightToLeft)
                properties.Append(new BiDi());
            var run = new RunProperties();
            if (bold)
                run.Append(new Bold(), new BoldComplexScript());
            run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
            if (_rightToLeft)
                run.Append(new RightToLeftText());
            return text.Length == 0
                ? new(properties)
                : new(properties, new Run(run, new Text(WritableText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }));
        }
    }
}
