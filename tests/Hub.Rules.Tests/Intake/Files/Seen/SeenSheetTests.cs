using System.Globalization;
using Hub.Intake.Files.Reading;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files.Seen;

public sealed class SeenSheetTests
{
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Of_a_workbook_hidden_rows_columns_and_sheets_struck_runs_and_marks_of_footnotes_are_not_read()
    {
        var book = Package.Xlsx()
            .Part("xl/worksheets/sheet1.xml", $"""
                <worksheet xmlns="{Sheet}"><cols><col min="3" max="4" hidden="1"/></cols><sheetData><row hidden="1"><c t="inlineStr"><is><t>hidden</t></is></c></row><row><c t="inlineStr"><is><r><rPr><strike/></rPr><t>old </t></r><r><t>new 0301</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t> day</t></r></is></c><c t="inlineStr"><is><t>b</t></is></c><c r="C2" t="inlineStr"><is><t>old</t></is></c></row></sheetData></worksheet>
                """.Trim())
            .Part(
                "xl/worksheets/sheet2.xml",
                $"""<worksheet xmlns="{Sheet}"><sheetData><row><c t="inlineStr"><is><t>elsewhere</t></is></c></row></sheetData></worksheet>"""
            )
            .Part(
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"""
            )
            .Part(
                "xl/workbook.xml",
                $"""<workbook xmlns="{Sheet}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/><sheet name="B" sheetId="2" state="veryHidden" r:id="r2"/></sheets></workbook>"""
            );
        Assert.Equal("new 0301 day\tb\t\n", Read(DocumentKind.Xlsx, book.Bytes()));
    }

    [Fact]
    public void Of_a_workbook_every_minute_of_the_day_is_the_one_that_the_cell_shows_whatever_its_program_rounds_to()
    {
        var minutes = Enumerable.Range(0, 24 * 60).ToList();
        foreach (var digits in new[] { "R", "F15", "F12", "F10", "F7" })
        {
            var rows = minutes.Select(m => $"<row><c s=\"1\"><v>{Cut(m / 1440d, digits)}</v></c></row>");
            var book = Package
                .Xlsx()
                .Part(
                    "xl/styles.xml",
                    $"<styleSheet xmlns=\"{Sheet}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>")
                .Part("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>");
            Assert.Equal(
                minutes.Select(m => $"{m / 60:00}:{m % 60:00}"),
                Read(DocumentKind.Xlsx, book.Bytes()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    // Cut and not rounded, as some programs write it.
    private static string Cut(double value, string digits) => digits == "R"
        ? value.ToString(CultureInfo.InvariantCulture)
        : ((decimal)value).ToString("F18", CultureInfo.InvariantCulture)[..(2 + int.Parse(digits[1..], CultureInfo.InvariantCulture))];

    private static string Read(DocumentKind kind, byte[] bytes) => FileReader.Text(kind, new MemoryStream(bytes)).Text;
}
