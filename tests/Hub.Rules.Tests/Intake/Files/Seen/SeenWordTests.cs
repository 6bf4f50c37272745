using Hub.Intake.Files.Reading;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files.Seen;

public sealed class SeenWordTests
{
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string Old = "+999 1 555 0100";
    private const string New = "+999 1 555 0301";

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
