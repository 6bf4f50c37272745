using System.Text;
using Hub.Core.Documents;
using Hub.Testing.Files;

namespace Hub.Core.Tests.Documents;

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
            ["docx"] = (DocumentKind.Docx, Package.Docx("A note.").Bytes()),
            ["docx with a link"] = (DocumentKind.Docx,
                Package.Docx("x").Part("word/_rels/document.xml.rels",
                    Package.Relations("hyperlink", "https://law.example", "External")).Bytes()),
            ["xlsx"] = (DocumentKind.Xlsx, Package.Xlsx("a", "b").Bytes()),
            ["odt"] = (DocumentKind.Odt, Package.Odt("Une note.").Bytes()),
            ["txt"] = (DocumentKind.Txt, "A note, with a comma.\nAnd a second line.\n"u8.ToArray()),
            ["txt in UTF-16"] = (DocumentKind.Txt, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Une note.")]),
            ["txt in Latin-1"] = (DocumentKind.Txt, Encoding.Latin1.GetBytes("La République désigne une autorité.")),
            ["csv"] = (DocumentKind.Csv, "name;telephone\nOffice;+99915550100\nMinistry;+99915550101\n"u8.ToArray()),
            ["json"] = (DocumentKind.Json, Encoding.UTF8.GetBytes($$"""{"a":[{{string.Join(',', Enumerable.Range(0, 50_000))}}]}""")),
            ["mail"] = (DocumentKind.Eml, HostileFiles.Mail("pdf", Pdf.WithText("x"))),
            ["png"] = (DocumentKind.Png, Picture.Png()),
            ["jpeg"] = (DocumentKind.Jpeg, Picture.Jpeg()),
            ["jpeg with a small one behind"] = (DocumentKind.Jpeg, [.. Picture.Jpeg(), .. Picture.Jpeg()]),
            ["tiff"] = (DocumentKind.Tiff, Picture.Tiff()),
        };
}
