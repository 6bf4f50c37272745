using System.Text;
using Hub.Notices.Documents;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>One file of each kind that the hub takes, and some that only look odd.</summary>
internal static class GoodFiles
{
    public static IReadOnlyDictionary<string, (DocumentKind Kind, byte[] Bytes)> All { get; } =
        new Dictionary<string, (DocumentKind, byte[])>
        {
            ["pdf"] = (DocumentKind.Pdf, Pdf.WithText("The Permanent Mission presents its compliments.")),
            ["scanned pdf"] = (DocumentKind.Pdf, Pdf.Scan()),
            ["pdf with an object stream"] = (DocumentKind.Pdf,
                new Pdf().Page("").AddStream("/Type /ObjStm", "7 0 << /Type /Font >>"u8.ToArray()).Bytes()),
            ["pdf whose text speaks of /JavaScript"] = (DocumentKind.Pdf, Pdf.WithText("(/JavaScript) /Encrypt (")),
            ["pdf behind an empty line"] = (DocumentKind.Pdf, [.. "\r\n"u8, .. Pdf.WithText("A note.")]),
            ["pdf filled up with nothing"] = (DocumentKind.Pdf, [.. Pdf.WithText("A note."), .. new byte[5000]]),
            ["pdf whose text speaks of pages"] = (DocumentKind.Pdf, Pdf.WithText("Pages must not use <iframe> or <script>.")),
            ["pdf with a link"] = (
                DocumentKind.Pdf,
                new Pdf()
                    .Page("")
                    .Add("<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://law.example/) >> >>")
                    .Bytes()),
            ["pdf that opens at a page"] = (
                DocumentKind.Pdf,
                new Pdf().Page("").Catalog("/OpenAction << /S /GoTo /D [3 0 R /Fit] >>").Bytes()),
            ["pdf that draws a seal on a letterhead"] = (DocumentKind.Pdf, HeavyFiles.Drawing("/A Do /A Do", ("/A Do", 7), ("0 0 m", 4))),
            ["docx"] = (DocumentKind.Docx, Package.Docx("A note.").Bytes()),
            ["docx with a link"] = (
                DocumentKind.Docx,
                Package
                    .Docx("x")
                    .Part("word/_rels/document.xml.rels", Package.Relations("hyperlink", "https://law.example", "External"))
                    .Bytes()),
            ["docx with a field whose address speaks of added documents"] = (
                DocumentKind.Docx,
                Package
                    .Docx("x")
                    .Part(
                        "word/document.xml",
                        """<w:document xmlns:w="urn:w"><w:instrText> HYPERLINK "https://law.example/added-documents" </w:instrText></w:document>"""
                    )
                    .Bytes()),
            ["docx with a chart and its figures"] = (
                DocumentKind.Docx,
                Package
                    .Docx("x")
                    .Part("word/charts/_rels/chart1.xml.rels", Package.Relations("package", "../embeddings/book.xlsx"))
                    .Part("word/embeddings/book.xlsx", Package.Xlsx("a").Bytes())
                    .Bytes()),
            ["docx with a part in an older alphabet"] = (
                DocumentKind.Docx,
                Package
                    .Docx("x")
                    .Part("customXml/item1.xml", Latin1("<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\u00e9</a>"))
                    .Bytes()),
            ["xlsx"] = (DocumentKind.Xlsx, Package.Xlsx("a", "b").Bytes()),
            ["odt"] = (DocumentKind.Odt, Package.Odt("Une note.").Bytes()),
            ["txt"] = (DocumentKind.Txt, "A note, with a comma.\nAnd a second line.\n"u8.ToArray()),
            ["txt in UTF-16"] = (DocumentKind.Txt, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Une note.")]),
            ["txt in Latin-1"] = (DocumentKind.Txt, Encoding.Latin1.GetBytes("La République désigne une autorité.")),
            ["csv"] = (DocumentKind.Csv, "name;telephone\nOffice;+99915550100\nMinistry;+99915550101\n"u8.ToArray()),
            ["json"] = (DocumentKind.Json, Encoding.UTF8.GetBytes($$"""{"a":[{{string.Join(',', Enumerable.Range(0, 50_000))}}]}""")),
            ["txt that begins as programs do"] = (
                DocumentKind.Txt,
                "MZV 114/2026-LPTP\r\nThe Ministry presents its compliments.\r\n"u8.ToArray()),
            ["txt that speaks of scripts"] = (DocumentKind.Txt, "Please switch on javascript: our <script> needs it.\r\n"u8.ToArray()),
            ["txt in brackets"] = (DocumentKind.Txt, "[Letterhead of the Ministry]\r\nA note.\r\n"u8.ToArray()),
            ["mail with a long signature"] = (
                DocumentKind.Eml,
                Latin1(
                    $"From: a@b.example\r\nSubject: note\r\n\r\nDear all,\r\n-- \r\nword\r\n{string.Concat(Enumerable.Repeat("One more line of it.\r\n", 5000))}"
                )),
            ["mail with many rules"] = (
                DocumentKind.Eml,
                Latin1(
                    $"From: a@b.example\r\nSubject: list\r\n\r\n{string.Concat(Enumerable.Repeat("-----------\r\nOffice\r\n\r\n", 300))}")),
            ["mail whose list adds a line behind base64"] = (
                DocumentKind.Eml,
                Latin1(
                    "From: a@b.example\r\nSubject: note\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + $"{Convert.ToBase64String("The office moves to Canal Street 9."u8)}\r\n____\r\nThis list is for members.\r\n")),
            ["mail"] = (DocumentKind.Eml, HostileMailFiles.Mail("pdf", Pdf.WithText("x"))),
            ["png"] = (DocumentKind.Png, Picture.Png()),
            ["jpeg"] = (DocumentKind.Jpeg, Picture.Jpeg()),
            ["jpeg with a small one behind"] = (DocumentKind.Jpeg, [.. Picture.Jpeg(), .. Picture.Jpeg()]),
            ["tiff"] = (DocumentKind.Tiff, Picture.Tiff()),
        };

    private static byte[] Latin1(string text) => Encoding.Latin1.GetBytes(text);
}
