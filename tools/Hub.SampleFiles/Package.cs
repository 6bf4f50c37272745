using System.IO.Compression;
using System.Security;
using System.Text;

namespace Hub.SampleFiles;

/// <summary>Writes the packages of Office and OpenDocument, in order or not.</summary>
public sealed class Package
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly List<(string Name, byte[] Content, CompressionLevel Level)> _parts = [];

    /// <summary>A DOCX with a paragraph for each line.</summary>
    public static Package Docx(params string[] lines) => new Package()
        .Types("/word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
        .Part("_rels/.rels", Relations("officeDocument", "word/document.xml"))
        .Part(
            "word/document.xml",
            $"""<w:document xmlns:w="{Word}"><w:body>{string.Concat(lines.Select(Paragraph))}</w:body></w:document>""");

    /// <summary>An XLSX with one row of cells.</summary>
    public static Package Xlsx(params string[] cells) => new Package()
        .Types("/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")
        .Part("_rels/.rels", Relations("officeDocument", "xl/workbook.xml"))
            .Part(
                "xl/workbook.xml",
                """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>"""
            )
        .Part("xl/_rels/workbook.xml.rels", Relations("worksheet", "worksheets/sheet1.xml"))
            .Part(
                "xl/worksheets/sheet1.xml",
                $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row>{string.Concat(cells.Select(Cell))}</row></sheetData></worksheet>"""
            );

    /// <summary>An ODT with a paragraph for each line.</summary>
    public static Package Odt(params string[] lines) => new Package()
        .Stored("mimetype", "application/vnd.oasis.opendocument.text")
            .Part(
                "content.xml",
                $"""
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{string.Concat(
                    lines.Select(l => $"<text:p>{SecurityElement.Escape(l)}</text:p>")
                )}</office:text></office:body></office:document-content>
                """.Trim())
        .Part("META-INF/manifest.xml", """<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>""");

    /// <summary>A list of relations with one in it.</summary>
    public static string Relations(string type, string target, string mode = "Internal") =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{target}" TargetMode="{mode}"/></Relationships>""";

    /// <summary>The list of content types.</summary>
    public Package Types(string part, string type, string more = "") =>
        Part(
            "[Content_Types].xml",
            $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="{part}" ContentType="{type}"/>{more}</Types>"""
        );

    /// <summary>Another part, or the same with another content.</summary>
    public Package Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Another part of bytes.</summary>
    public Package Part(string name, byte[] content)
    {
        _parts.RemoveAll(p => p.Name == name);
        _parts.Add((name, content, CompressionLevel.Optimal));
        return this;
    }

    /// <summary>The same name again.</summary>
    public Package Again(string name, string content)
    {
        _parts.Add((name, Encoding.UTF8.GetBytes(content), CompressionLevel.Optimal));
        return this;
    }

    /// <summary>A part that is not packed.</summary>
    public Package Stored(string name, string content)
    {
        _parts.Add((name, Encoding.UTF8.GetBytes(content), CompressionLevel.NoCompression));
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content, level) in _parts)
            {
                var made = zip.CreateEntry(name, level);
                // The same package is the same bytes at any time.
                made.LastWriteTime = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var entry = made.Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    private static string Paragraph(string line) => $"<w:p><w:r><w:t>{SecurityElement.Escape(line)}</w:t></w:r></w:p>";

    private static string Cell(string text) => $"""<c t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>""";
}
