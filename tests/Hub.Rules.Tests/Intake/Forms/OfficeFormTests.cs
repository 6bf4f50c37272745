using Hub.Intake.Files.Reading;
using Hub.Intake.Forms;
using Hub.Intake.Forms.Reading;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Forms;

/// <summary>Forms as spreadsheets and word processors save them, not as the hub made them.</summary>
public sealed class OfficeFormTests
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Shared_texts_dates_and_times_are_read_as_their_cells_show_them()
    {
        var read = Read(Book(
            """<row r="1"><c r="A1" t="s"><v>0</v></c></row>""",
            """<row r="2"><c r="A2" t="s"><v>1</v></c><c r="D2" s="1"><v>45748</v></c></row>""",
            """<row r="3"><c r="A3" t="inlineStr"><is><r><t>D</t></r><r><t>9</t></r></is></c><c r="D3" t="str"><f>A1&amp;"x"</f><v>Europe/Vienna</v></c></row>""",
            """<row r="4"><c r="A4" t="s"><v>2</v></c><c r="D4"><v>24</v></c></row>""",
            """<row r="5"><c r="A5" t="s"><v>3</v></c><c r="D5" t="b"><v>1</v></c></row>"""));
        Assert.Empty(read.Problems);
        Assert.Equal(
            [
                "/effectiveFrom \"2025-04-01\"", "/changes/0/authority/timeZone \"Europe/Vienna\"",
                "/changes/0/authority/outOfHoursReach true", "/changes/0/authority/urgentProcedure/confirmWithinHours 24",
            ],
            read.Proposals.Select(p => $"{p.Pointer} {p.Value.ToJsonString()}"));
        Assert.Equal("book Form!D2", $"{read.Proposals[0].Place}");
    }

    [Theory]
    [InlineData("sep=;\r\n", ";")]
    [InlineData("\uFEFFSEP=;\r\n", ";")]
    [InlineData("\"sep=;\"\n", ";")]
    [InlineData("sep=,,,,\r\n", ",")]
    [InlineData("Sep=\t\r\n", "\t")]
    public void A_first_line_that_says_the_separator_is_no_line_of_the_form(string first, string separator)
    {
        var table =
            first + "designation/1,,,\r\nA1,State,,Arvenia\r\nC12,City,,Port Arven\r\n".Replace(",", separator, StringComparison.Ordinal);
        var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(table));
        Assert.Equal(DocumentKind.Csv, FileReader.Inspect("form.csv", content).Kind);
        foreach (var kind in new[] { DocumentKind.Csv, DocumentKind.Txt })
        {
            var read = DesignationFormParser.Read(kind, "form.csv", content);
            Assert.True(read.IsForm);
            Assert.Contains(read.Proposals, p => p.Value.ToJsonString() == "\"Port Arven\"" && p.Place.Row == 4);
        }
    }

    [Fact]
    public void A_form_copied_onto_a_second_sheet_is_asked_about()
    {
        const string Row =
            """<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>C12</t></is></c><c r="D2" t="inlineStr"><is><t>{0}</t></is></c></row>""";
        var book = Book(Row.Replace("{0}", "Port Arven", StringComparison.Ordinal))
            .Part("xl/worksheets/sheet2.xml", Rows(Row.Replace("{0}", "Arvenburg", StringComparison.Ordinal)));
        Assert.Equal(
            ["F21 C12 City|book Form!D2|book Other!D2"], Read(book).Problems.Select(p => $"{p.Code} {string.Join('|', p.Arguments)}"));
    }

    [Fact]
    public void Sheets_beside_the_form_are_not_read()
    {
        var book = Book("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""").Part("xl/worksheets/sheet2.xml", Rows(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>City</t></is></c><c r="B1" t="inlineStr"><is><t>Port Arven</t></is></c></row>"""));
        Assert.Empty(Read(book).Proposals);
    }

    [Fact]
    public void A_document_is_read_in_its_tables_and_in_its_paragraphs_without_what_was_struck_out()
    {
        var docx = Package.Docx().Part("word/document.xml", $"""
            <w:document xmlns:w="{Word}"><w:body>
            <w:p><w:r><w:t>Note verbale</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>City</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Port </w:t></w:r><w:del><w:r><w:delText>Old</w:delText></w:r></w:del><w:ins><w:r><w:t>Arven</w:t></w:r></w:ins></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>Address</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Harbour Road</w:t><w:br/><w:t>12</w:t></w:r></w:p><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>back</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:t>Telephone: +999 1 555 0100</w:t></w:r></w:p>
            </w:body></w:document>
            """);
        var read = DesignationFormParser.Read(DocumentKind.Docx, "note", new MemoryStream(docx.Bytes()));
        Assert.True(read.IsForm);
        Assert.Equal(
            ["\"Harbour Road\" note № 2", "\"12\" note № 2", "\"back\" note № 2", "\"Port Arven\" note № 1"],
            read.Proposals.Where(p => p.Place.Row is not null).Select(p => $"{p.Value.ToJsonString()} {p.Place}"));
        Assert.Equal("note ¶ 2", $"{read.Proposals.Single(p => p.Place.Paragraph is not null).Place}");
    }

    [Fact]
    public void A_package_without_the_parts_of_a_book_or_document_says_nothing()
    {
        Assert.False(Read(Package.Xlsx("State", "XAA")).IsForm);
        var docx = Package.Docx("A note.").Part("word/document.xml", "<w>").Bytes();
        Assert.False(DesignationFormParser.Read(DocumentKind.Docx, "f", new MemoryStream(docx)).IsForm);
    }

    private static DesignationReading Read(Package book) =>
        DesignationFormParser.Read(DocumentKind.Xlsx, "book", new MemoryStream(book.Bytes()));

    private static string Rows(params string[] rows) =>
        $"""<worksheet xmlns="{Sheet}"><sheetData>{string.Concat(rows)}</sheetData></worksheet>""";

    private static Package Book(params string[] rows) =>
        Package
            .Xlsx()
            .Part(
                "xl/workbook.xml",
                $"""<workbook xmlns="{Sheet}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Form" sheetId="1" r:id="r1"/><sheet name="Other" sheetId="2" r:id="r2"/></sheets></workbook>"""
            )
            .Part(
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>"""
            )
            .Part(
                "xl/sharedStrings.xml",
                $"""<sst xmlns="{Sheet}"><si><t>designation/1</t></si><si><t>A3</t><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>F15</t></si><si><t> D12 </t></si></sst>"""
            )
            .Part(
                "xl/styles.xml",
                $"""<styleSheet xmlns="{Sheet}"><numFmts><numFmt numFmtId="170" formatCode="dd\.mm\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>"""
            )
        .Part("xl/worksheets/sheet1.xml", Rows(rows));
}
