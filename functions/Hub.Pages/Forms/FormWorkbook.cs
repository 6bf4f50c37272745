using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Hub.Intake.Forms;
using Hub.Pages.Editions.Rendering;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Pages.Forms;

/// <summary>
/// The form as a workbook: answers are texts, so that nothing is turned into another date or number, and choices open as lists.
/// </summary>
internal static class FormWorkbook
{
    private const string Lists = "Lists";
    private const double LineHeight = 15.5;
    private const uint Label = 1, Heading = 2, Answer = 3;
    private static readonly string[] Columns = ["A", "B", "C", "D"];
    private static readonly double[] Widths = [14, 40, 44, 50];

    /// <summary>The workbook.</summary>
    public static byte[] Of(IReadOnlyList<FormRow> rows, Language language)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddNewPart<WorkbookPart>($"{EditionWorkbook.MediaType}.main+xml", "rIdBook");
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = Styles();
            book.AddNewPart<WorksheetPart>("rId1").Worksheet = Form(rows, language);
            book.AddNewPart<WorksheetPart>("rId2").Worksheet = ListSheet(rows, language);
            book.Workbook = new Workbook(new Sheets(
                new Sheet { Name = FormTexts.Text("Sheet.Form", language), SheetId = 1, Id = "rId1" },
                new Sheet { Name = Lists, SheetId = 2, Id = "rId2", State = SheetStateValues.Hidden }));
        }
        return FixedZip.Of(stream);
    }

    private static Worksheet Form(IReadOnlyList<FormRow> rows, Language language)
    {
        var lines = new List<Row>
        {
            Row(1, Heading, DesignationForm.Mark, FormTexts.Text("Title", language)),
        };
        lines.AddRange(DesignationForms.Introduction(language).Select((text, i) => Row((uint)i + 2, Label, "", text)));
        lines.Add(Row((uint)lines.Count + 1, Heading, DesignationForms.Columns(language)));
        var first = (uint)lines.Count + 1;
        lines.AddRange(rows.Select((row, i) => row.IsHeading
            ? Row(first + (uint)i, Heading, row.Code, row.Label, "", "")
            : Row(first + (uint)i, Label, row.Code, row.Label, row.Hint, row.Value)));
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { WorkbookViewId = 0, RightToLeft = language.Direction() == "rtl" ? true : null }),
            new Columns(Widths.Select((w, i) => Width((uint)i + 1, w))),
            new SheetData(lines),
            new MergeCells(new MergeCell { Reference = "B2:D2" }, new MergeCell { Reference = "B3:D3" }),
            Choices(rows, first),
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToHeight = 0 });
    }

    private static Column Width(uint column, double width) => new() { Min = column, Max = column, Width = width, CustomWidth = true };

    private static Row Row(uint number, uint style, params string[] texts) =>
        new(texts.Select((t, i) => Cell($"{Columns[i]}{number}", t, i == Columns.Length - 1 && style == Label ? Answer : style)))
        {
            RowIndex = number,
            Height = LineHeight * texts.Select((t, i) => Lines(t, texts.Length == 2 ? Widths[1..].Sum() : Widths[i])).Max(),
            CustomHeight = true,
        };

    // Not every program makes a row as high as its wrapped text.
    private static double Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Sum(c => c > '\u2E80' ? 2 : 1) / width)));

    private static Cell Cell(string at, string text, uint style) => text.Length == 0
        ? new() { CellReference = at, StyleIndex = style }
        : new(new InlineString(new Text(WritableText.Of(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = at, StyleIndex = style, DataType = CellValues.InlineString,
        };

    // Offered, not enforced: what else somebody writes is read and asked about.
    private static DataValidations Choices(IReadOnlyList<FormRow> rows, uint first)
    {
        var validations = Listed(rows).Select((row, column) => new DataValidation(
            new Formula1($"{Lists}!${Name(column)}$1:${Name(column)}${row.Field!.Choices.Count}"))
        {
            Type = DataValidationValues.List, AllowBlank = true, ShowErrorMessage = false,
            SequenceOfReferences = new ListValue<StringValue>([new($"D{first + (uint)rows.ToList().IndexOf(row)}")]),
        }).ToList();
        return new DataValidations(validations) { Count = (uint)validations.Count };
    }

    private static Worksheet ListSheet(IReadOnlyList<FormRow> rows, Language language)
    {
        var lists = Listed(rows).Select(r => FormTexts.Choices(r.Field!, language).ToList()).ToList();
        var lines = Enumerable.Range(0, lists.Max(l => l.Count)).Select(i => new Row(lists
            .Select((list, column) => (list, column)).Where(l => i < l.list.Count)
            .Select(l => Cell($"{Name(l.column)}{i + 1}", l.list[i], 0))) { RowIndex = (uint)i + 1 });
        return new Worksheet(new SheetData(lines));
    }

    private static IEnumerable<FormRow> Listed(IEnumerable<FormRow> rows) =>
        rows.Where(r => r.Field?.Kind is FieldKind.Choice or FieldKind.Function);

    private static string Name(int column) => column < 26
        ? ((char)('A' + column)).ToString(CultureInfo.InvariantCulture)
        : $"{(char)('A' + (column / 26) - 1)}{(char)('A' + (column % 26))}";

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFDCE6F1" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Box()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), Format(0, 0, 0), Format(1, 2, 0), Format(0, 0, 1)));

    private static Border Box() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
        new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin });

    // Number format 49 is text.
    private static CellFormat Format(uint font, uint fill, uint border) =>
        new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
        {
            FontId = font, FillId = fill, BorderId = border, NumberFormatId = 49, ApplyFont = true, ApplyFill = true, ApplyBorder = true,
            ApplyNumberFormat = true, ApplyAlignment = true,
        };
}
