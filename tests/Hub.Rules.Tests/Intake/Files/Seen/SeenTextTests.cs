using System.Text;
using Hub.Intake.Files.Reading;
using Hub.Intake.Files.Text;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files.Seen;

/// <summary>Of every format, the text is what a reader of the page sees.</summary>
public sealed class SeenTextTests
{
    private const string Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

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
}
