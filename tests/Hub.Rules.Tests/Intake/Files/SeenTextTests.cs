using System.Globalization;
using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Of every format, the text is what a reader of the page sees.</summary>
public sealed class SeenTextTests
{
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Old = "+999 1 555 0100";
    private const string New = "+999 1 555 0301";

    public static TheoryData<string> WordBodies =>
    [
        Run("Telephone: ") + $"<w:del>{Run(Old, "delText")}</w:del><w:ins>{Run(New)}</w:ins>",
        Run("Telephone: ") + $"<w:moveFrom>{Run(Old)}</w:moveFrom><w:moveTo>{Run(New)}</w:moveTo>",
        Run("Telephone: ") + Formatted("<w:strike/>", Old) + Run(New),
        Run("Telephone: ") + Formatted("<w:dstrike w:val=\"true\"/>", Old) + Run(New),
        Run("Telephone: ") + Formatted("<w:vanish/>", Old) + Formatted("<w:strike w:val=\"0\"/><w:b/>", New),
        Run("Telephone: ") + Formatted("<w:rPrChange><w:rPr><w:strike/><w:vanish/></w:rPr></w:rPrChange><w:b/>", New),
        Run("Telephone: ") + Formatted("<w:rStyle w:val=\"Gone\"/>", Old) + Run(New),
        Run("Telephone: ") + Run(New) + Formatted("<w:vertAlign w:val=\"superscript\"/>", "12"),
        Run("Telephone: ") + Run(New) + Formatted("<w:position w:val=\"6\"/><w:sz w:val=\"14\"/>", "1")
            + Formatted("<w:position w:val=\"0\"/>", ""),
        Run("Telephone: ") + Run(New) + Formatted("<w:rStyle w:val=\"Mark\"/>", "2"),
        Run("Telephone: ") + Run("+999 1 555 030") + Formatted("<w:rStyle w:val=\"Mark\"/><w:vertAlign w:val=\"baseline\"/>", "1"),
        Run("Telephone: ") + Run("+999 1 555 030") + Formatted("<w:position w:val=\"1\"/>", "1"),
        Run("Telephone: ") + $"<w:r><w:instrText>{Old}</w:instrText></w:r>" + Run("+999") + "<w:r><w:noBreakHyphen/></w:r>"
            + Run("1 555 0301"),
        $"<w:r><mc:AlternateContent><mc:Choice>{Box()}</mc:Choice><mc:Fallback><w:pict>{Box()}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
        Run("Telephone: +999 1") + "<w:r><w:drawing><wp:posOffset>5550100</wp:posOffset></w:drawing></w:r>" + Run(" 555 0301"),
    ];

    [Theory]
    [MemberData(nameof(WordBodies))]
    public void Of_a_Word_document_what_was_deleted_struck_out_or_hidden_or_marks_a_footnote_is_not_read_and_a_text_box_once(string body)
    {
        var text = Read(DocumentKind.Docx, Word($"<w:p>{body}</w:p>"));
        Assert.Equal("Telephone: +999 1 555 0301", text.Replace('-', ' ').Trim());
    }

    [Fact]
    public void Of_a_Word_document_a_style_that_is_based_on_a_hidden_one_hides_too_and_so_does_that_of_a_paragraph() => Assert.Equal(
        "seen\n",
        Read(
            DocumentKind.Docx,
            Word(
                $"<w:p>{Formatted("<w:rStyle w:val=\"Later\"/>", Old)}{Run("seen")}</w:p>"
                + $"<w:p><w:pPr><w:pStyle w:val=\"Gone\"/></w:pPr>{Run(Old)}</w:p>")).TrimEnd() + "\n");

    [Fact]
    public void Of_a_Word_document_the_cells_of_a_row_stand_side_by_side_and_a_row_that_was_deleted_does_not() => Assert.Equal(
        "Telephone\t+999 1 555 0301\n",
        Read(DocumentKind.Docx, Word(
            $"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{Run(Old)}</w:p></w:tc></w:tr>"
            + $"<w:tr><w:tc><w:p>{Run("Telephone")}</w:p></w:tc><w:tc><w:p>{Run(New)}</w:p></w:tc></w:tr></w:tbl>")));

    [Fact]
    public void A_form_and_a_text_of_the_same_document_are_read_alike()
    {
        var body =
            $"<w:p>{Run("Type of notice: new designation")}</w:p><w:p>{Run("State: XAA")}</w:p><w:p>{Run("City: Port Arven")}</w:p><w:p>"
            + $"{Run("Telephone: ")}{Formatted("<w:strike/>", Old)}{Run(New)}</w:p>";
        var form = FileReader.Form(DocumentKind.Docx, "note.docx", new MemoryStream(Word(body)), null);
        Assert.Contains(form.Proposals, p => p.Words == New);
        Assert.DoesNotContain(form.Proposals, p => p.Words.Contains("0100", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>+999 1 555 0100</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Telephone:<text:s text:c=\"2\"/>+999 1 555 0301<text:change/></text:p>",
        "Telephone:  +999 1 555 0301"
    )]
    [InlineData("<text:p>a<office:annotation><text:p>old.box@justice.example?</text:p></office:annotation>b</text:p>", "ab")]
    [InlineData("<text:p>a<text:span text:style-name=\"T1\">+999 1 555 0100</text:span>b</text:p>", "ab")]
    [InlineData("<text:p>a<text:hidden-text>+999 1 555 0100</text:hidden-text>b</text:p>", "ab")]
    [InlineData("<text:section text:display=\"none\"><text:p>gone</text:p></text:section><text:p>ab</text:p>", "ab")]
    [InlineData("<text:p>0301<text:span text:style-name=\"T2\">2</text:span></text:p>", "0301")]
    [InlineData("<text:p>0301<text:span text:style-name=\"T3\"><text:span>12</text:span></text:span>, 4</text:p>", "0301, 4")]
    [InlineData("<text:p>H<text:span text:style-name=\"T4\">2</text:span>O<text:span/>4</text:p>", "H2O4")]
    [InlineData(
        "<text:p>0301<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>by day</text:p></text:note-body></text:note></text:p>",
        "by day\n0301"
    )]
    [InlineData("<text:p>0301<text:span text:style-name=\"T5\">2</text:span></text:p>", "0301")]
    [InlineData("<text:p>030<text:span text:style-name=\"T6\">1</text:span></text:p>", "0301")]
    [InlineData(
        "<text:p>a<text:span text:style-name=\"T2\"><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>+999 1 555</text:p></text:note-body></text:note></text:span></text:p>",
        "+999 1 555\na"
    )]
    public void Of_an_OpenDocument_text_changes_notes_in_the_margin_hidden_text_and_marks_are_not_read(string body, string seen)
    {
        var odt = Package.Odt().Part("content.xml", $"""
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="{Text}"><office:automatic-styles><style:style style:family="text" style:name="T1"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:family="text" style:name="T2"><style:text-properties style:text-position="super 58%"/></style:style><style:style style:family="text" style:name="T3"><style:text-properties style:text-position="33% 58%"/></style:style><style:style style:family="text" style:name="T4"><style:text-properties style:text-position="-33% 58%"/></style:style><style:style style:family="text" style:name="T5" style:parent-style-name="T2"/><style:style style:family="text" style:name="T6"><style:text-properties style:text-position="5% 100%"/></style:style></office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>
            """.Trim());
        Assert.Equal(seen, Read(DocumentKind.Odt, odt.Bytes()).Trim());
    }

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

    [Fact]
    public void Ligatures_and_hyphens_are_read_as_they_look() => Assert.Equal(
        "The office of first affairs: Wi-Fi, cooperation",
        Read(DocumentKind.Txt, "The o\uFB03ce of \uFB01rst affairs: Wi\u2011Fi, cooper\u00ADation"u8.ToArray()));

    [Fact]
    public void V22_Arabic_in_visual_order_is_turned_and_told()
    {
        const string Note = "تهدي البعثة الدائمة تحياتها إلى المكتب (MLA) هاتف +99915550100 وتتشرف بإبلاغه بأن السلطة المركزية";
        var visual = new string([
            .. Note.Replace("MLA", "ALM", StringComparison.Ordinal)
                .Replace("+99915550100", "00105551999+", StringComparison.Ordinal)
                .Replace('(', '<')
                .Replace(')', '(')
                .Replace('<', ')')
                .Reverse(),
        ]);
        var read = FileReader.Text(DocumentKind.Txt, new MemoryStream(Encoding.UTF8.GetBytes(visual)));
        Assert.Equal([Damage.RightToLeft], read.Damage);
        Assert.Equal(Note, read.Text);
        Assert.Empty(FileReader.Text(DocumentKind.Txt, new MemoryStream(Encoding.UTF8.GetBytes(Note))).Damage);
    }

    [Fact]
    public void Of_a_mail_as_a_file_the_text_is_read_not_its_encoding()
    {
        var mail = "From: Mission <m@state.example>\r\nSubject: =?utf-8?q?D=C3=A9signation?=\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\nL=E2=80=99autorit=C3=A9 est d=C3=A9sign=\r\n=C3=A9e.\r\n";
        var text = Read(DocumentKind.Eml, Encoding.ASCII.GetBytes(mail));
        Assert.Contains("Subject: Désignation\n", text);
        Assert.Contains("L’autorité est désignée.", text);
    }

    [Fact]
    public void A_text_full_of_raised_digits_takes_no_more_memory_than_a_few_copies_of_it()
    {
        var text = string.Concat(Enumerable.Repeat("9³⁰ 0301¹² ", 20_000));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var seen = SeenText.Of(text);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 * text.Length);
        Assert.StartsWith("9³⁰ 0301 9³⁰ ", seen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(Telephone: 0301) Tj /F1 7 Tf 4 Ts (12) Tj 0 Ts /F1 11 Tf (, 0302) Tj", "Telephone: 0301, 0302")]
    [InlineData("(Telephone: 0301) Tj /F1 7 Tf 0 4 Td 83 0 Td (1) Tj", "Telephone: 0301")]
    [InlineData("(6) Tj /F1 7 Tf 4 Ts (9) Tj 0 Ts /F1 11 Tf (015) Tj", "6⁹015")]
    [InlineData("(Room 2) Tj /F1 7 Tf 60 0 Td (14) Tj", "Room 2 14")]
    [InlineData("(6) Tj /F1 7 Tf 4 Ts (99) Tj 0 Ts /F1 11 Tf (015) Tj", "6⁹⁹015")]
    [InlineData("(12) Tj /F1 7 Tf 4 Ts ( 030 555) Tj", "12 030 555")]
    [InlineData("(Open 9) Tj /F1 7 Tf 4 Ts (30) Tj 0 Ts /F1 11 Tf (-17) Tj", "Open 9³⁰-17")]
    [InlineData("(H) Tj /F1 7 Tf -2 Ts (2) Tj 0 Ts /F1 11 Tf (O) Tj", "H2O")]
    public void Of_a_PDF_the_mark_of_a_footnote_is_no_part_of_the_number_before_it(string content, string seen) => Assert.Equal(
        seen, Read(DocumentKind.Pdf, new Pdf().Page($"BT /F1 11 Tf 60 780 Td {content} ET").Bytes()).Trim());

    [Fact]
    public void That_a_document_has_more_pages_than_are_read_is_said()
    {
        var pdf = new Pdf().Page("BT /F1 9 Tf (A note of the mission.) Tj ET");
        var kids = string.Join(' ', Enumerable.Range(0, 501).Select(_ => "3 0 R"));
        var bytes = Encoding.Latin1.GetString(pdf.Add($"<< /Type /Pages /Kids [{kids}] /Count 501 >>").Bytes())
            .Replace("/Pages 2 0 R", "/Pages 6 0 R", StringComparison.Ordinal);
        var read = FileReader.Text(DocumentKind.Pdf, new MemoryStream(Encoding.Latin1.GetBytes(bytes)));
        Assert.Equal("only the first 500 of its 501 pages are read", read.Part);
    }

    private static string Read(DocumentKind kind, byte[] bytes) => FileReader.Text(kind, new MemoryStream(bytes)).Text;

    private static byte[] Word(string body) =>
        Package
            .Docx()
            .Part(
                "word/document.xml",
                $"""<w:document xmlns:w="urn:w" xmlns:mc="urn:mc" xmlns:wp="urn:wp"><w:body>{body}</w:body></w:document>"""
            )
        .Part("word/_rels/document.xml.rels", Package.Relations("styles", "styles.xml"))
            .Part(
                "word/styles.xml",
                """<w:styles xmlns:w="urn:w"><w:style w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:styleId="Later"><w:basedOn w:val="Gone"/></w:style></w:styles>"""
            )
        .Bytes();

    private static string Run(string text, string element = "t") => $"<w:r><w:{element}>{text}</w:{element}></w:r>";

    private static string Formatted(string properties, string text) => $"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>";

    private static string Box() => $"<w:txbxContent><w:p>{Run($"Telephone: {New}")}</w:p></w:txbxContent>";
}
