using System.Text;

namespace Hub.SampleFiles;

/// <summary>
/// Small files that become large: read without a thought, each takes gigabytes, minutes, or the process that reads it.
/// </summary>
public static class HeavyFiles
{
    private static readonly string Entities = string.Concat(Enumerable.Range(0, 9).Select(i =>
        $"<!ENTITY b{i} \"{string.Concat(Enumerable.Repeat(i == 0 ? "aaaaaaaaaa" : $"&b{i - 1};", 10))}\">"));

    /// <summary>All of them, by name, each with the ending of what it says it is.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = Pdfs().Concat(Packages()).Concat(Others())
        .ToDictionary(f => f.Name, f => f.Bytes);

    /// <summary>A page that draws a form; each form's content, and the number of the one that it knows as A.</summary>
    public static byte[] Drawing(string page, params (string Content, int Draws)[] forms)
    {
        var pdf = new Pdf().Page($"BT /F1 9 Tf (A note.) Tj ET {page}", "/XObject << /A 6 0 R >>");
        foreach (var (content, draws) in forms)
            pdf.AddStream(
                $"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A {draws} 0 R >> >>",
                Encoding.ASCII.GetBytes(content));
        return pdf.Bytes();
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Pdfs()
    {
        yield return ("a form that draws itself.pdf", Drawing("/A Do", ("/A Do", 6)));
        yield return ("two forms that draw each other.pdf", Drawing("/A Do", ("/A Do", 7), ("/A Do", 6)));
        yield return ("forms that draw forms many times.pdf",
            Drawing("/A Do", [.. Enumerable.Range(7, 11).Select(next => (Repeated("/A Do ", 8), next)), ("0 0 m", 4)]));
        yield return ("millions of operators.pdf", Content(new Pdf().Page("").AddStream("", Ascii(Repeated("q Q ", 3_000_000)))));
        yield return ("the same content a thousand times.pdf",
            new Pdf().Page("").AddStream("", Ascii(Repeated("q Q ", 100_000)))
                .Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [{Repeated("6 0 R ", 1000)}] >>").Bytes());
        yield return ("letters that stand for millions.pdf",
            new Pdf().Page("").Add("<< /Type /Font /ToUnicode 7 0 R >>").AddStream("", Ascii(
                $"begincmap 9 beginbfrange\n{Repeated($"<0000> <FFFF> <{Repeated("0062", 500)}>\n", 9)}endbfrange endcmap")).Bytes());
        yield return ("a thousand million objects.pdf",
            new Pdf().Page("").Add("<< /Type /XRef /Size 1000000000 /Index [0 1000000000] /W [1 4 1] >>").Bytes());
        yield return ("packed twice.pdf", new Pdf().Page("").AddStream("", new byte[30_000_000], 2).Bytes());
        yield return ("packed once and well.pdf", new Pdf().Page("").AddStream("", new byte[300_000_000]).Bytes());
        yield return ("packed and written in letters.pdf", Content(new Pdf().Page("").Add(PackedPdf.InLetters(new byte[70_000_000]))));
        yield return ("packed by LZW.pdf", Content(new Pdf().Page("").Add(PackedPdf.Lzw(300_000_000))));
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Packages()
    {
        yield return ("a part of 400 MB.docx", Package.Docx("x").Part("word/media/big.bin", new byte[400_000_000]).Bytes());
        yield return ("text of 100 MB.docx",
            Package.Docx("x").Part("word/big.xml", $"<a>{new string(' ', 100_000_000)}</a>").Bytes());
        yield return ("elements in elements.docx", Package.Docx("x").Part("word/deep.xml", Repeated("<a>", 200_000)).Bytes());
        yield return ("entities of entities.docx",
            Package.Docx("x").Part("word/document.xml", $"<!DOCTYPE w [{Entities}]><w>&b8;</w>").Bytes());
        yield return ("5000 parts.docx", Enumerable.Range(0, 5000).Aggregate(Package.Docx("x"), (p, i) => p.Again($"p{i}", "")).Bytes());
        yield return (
            "fields in fields.docx",
            Package
                .Docx("x")
                .Part(
                    "word/document.xml",
                    $"""<w:document xmlns:w="urn:w">{Repeated("""<w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText>""", 5000)}</w:document>"""
                )
                .Bytes());
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Others()
    {
        yield return ("a picture of 2500 million points.png", Picture.Png(50_000, 50_000));
        yield return ("a picture of 4000 million points.jpg", Picture.Jpeg(65_000, 65_000));
        yield return ("a table of 4000 million points.tif", Picture.Tiff(width: 65_536, height: 65_536));
        yield return ("objects in objects.json", Ascii($"{Repeated("{\"a\":", 100_000)}1{new string('}', 100_000)}"));
        yield return ("entities of entities.xml", Ascii($"<?xml version=\"1.0\"?><!DOCTYPE w [{Entities}]><w>&b8;</w>"));
    }

    private static byte[] Content(Pdf pdf) => pdf.Add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents [6 0 R] >>").Bytes();

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
