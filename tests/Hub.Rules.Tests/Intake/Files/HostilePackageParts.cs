using Hub.Register.Problems;
using Hub.SampleFiles;

namespace Hub.Rules.Tests.Intake.Files;

/// <summary>Packages of Office that must not be taken for what a part of them holds.</summary>
internal static class HostilePackageParts
{
    public static IEnumerable<(string Name, ProblemCode Code, byte[] Bytes)> All()
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
}
