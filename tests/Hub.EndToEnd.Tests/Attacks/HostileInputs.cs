using System.Text;
using Hub.SampleFiles;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>What is made to kill, hang or bloat whoever reads it, beside the files that become large (<see cref="HeavyFiles"/>).</summary>
internal static class HostileInputs
{
    private const string Office =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";

    /// <summary>Those of a State and its mission.</summary>
    public static IReadOnlyList<HostileInput> Of(string state, string mission) =>
        [.. Files().SelectMany(f => new[] { f, f with { Way = Way.Attachment } }), .. Bodies(state), .. Mails(mission)];

    private static IEnumerable<HostileInput> Files()
    {
        yield return File(
            "two thousand million blanks.odt",
            Package
                .Odt("x")
                .Part(
                    "content.xml",
                    $"<office:document-content {Office}><office:body><office:text><text:p>a<text:s text:c=\"2000000000\"/>b</text:p></office:text></office:body></office:document-content>"
                )
                .Bytes());
        yield return File(
            "the last cell of all.xlsx",
            Package
                .Xlsx("x")
                .Part(
                    "xl/worksheets/sheet1.xml",
                    """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>C1</t></is></c></row></sheetData></worksheet>"""
                )
                .Bytes());
        yield return File(
            "a text that is named and is not there.xlsx",
            Package
                .Xlsx("x")
                .Part(
                    "xl/worksheets/sheet1.xml",
                    """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c t="s"><v>2147483647</v></c><c t="s"><v>-1</v></c></row></sheetData></worksheet>"""
                )
                .Bytes());
        yield return File("a quotation without end.csv", Ascii($"a,b\n\"{Repeated("x,\n", 1_000_000)}"));
        yield return File("a million columns.csv", Ascii($"{Repeated(";", 1_000_000)}\n{Repeated("\"\";", 1_000_000)}\n"));
        yield return File("a number of a million digits.json", Ascii($"{{\"a\":{Repeated("9", 1_000_000)}e{Repeated("9", 1_000)}}}"));
        yield return File("heaps of marks.txt", Encoding.UTF8.GetBytes($"A note. e{Repeated("\u0301\u0327", 300_000)}"));
        yield return File("no characters.txt", Encoding.UTF8.GetBytes($"A note. \ufffe \uffff {Repeated("\u202e\u2066\u200d", 100_000)}"));
    }

    private static IEnumerable<HostileInput> Bodies(string state)
    {
        var start = $"{{\"state\":\"{state}\",\"kind\":\"NETWORK_MEMBERSHIP\",";
        yield return Body("half a pair", $"{start}\"text\":\"\\ud800\",\"changes\":[{{\"membership\":{{\"network\":\"wacap\"}}}}]}}");
        yield return Body("a hundred thousand changes", $"{start}\"changes\":[{Repeated("{},", 100_000)}{{}}]}}");
        yield return Body(
            "a hundred thousand fields",
            $"{start}{string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"f{i}\":0,"))}\"changes\":[]}}");
        yield return Body(
            "a text of ten megabytes",
            $"{start}\"text\":\"{Repeated("a", 10_000_000)}\",\"changes\":[{{\"membership\":{{\"network\":\"wacap\"}}}}]}}");
        yield return Body("lists in lists", $"{start}\"changes\":{Repeated("[", 100_000)}{Repeated("]", 100_000)}}}");
    }

    private static IEnumerable<HostileInput> Mails(string mission)
    {
        var head =
            $"Authentication-Results: mx.hub.example; dmarc=pass header.from={mission.Split('@')[1]}\r\nFrom: {mission}\r\nSubject: Note\r\nMIME-Version: 1.0\r\n";
        yield return Mail("of no bytes", "");
        yield return Mail("of nothing but zeros", new string('\0', 100_000));
        yield return Mail(
            "parts in parts",
            head
                + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"))
                + "\r\nWhere are you?");
        yield return Mail(
            "ten thousand parts",
            $"{head}Content-Type: multipart/mixed; boundary=b\r\n\r\n{Repeated("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n", 10_000)}--b--\r\n"
        );
        yield return Mail(
            "a header folded without end",
            $"References: {Repeated("<a@b.example>\r\n ", 100_000)}\r\n{head}\r\nWhere are you?");
        yield return Mail(
            "a hundred thousand recipients",
            $"Cc: {Repeated("a@b.example, ", 100_000)}c@d.example\r\n{head}\r\nWhere are you?");
        yield return Mail("tags in tags", $"{head}Content-Type: text/html\r\n\r\n{Repeated("<div>", 100_000)}Where are you?");
        yield return Mail(
            "comments in comments",
            $"{Repeated("X-Noise: (((((((\r\n", 10_000)}From: {Repeated("(", 20_000)}{Repeated(")", 20_000)} a@b.example\r\n\r\nx");
        yield return Mail(
            "no characters in the subject",
            $"{head.Replace("Subject: Note", "Subject: \ufffe\uffff\u0001", StringComparison.Ordinal)}\r\n{Repeated("\u0301", 300_000)}");
    }

    private static HostileInput File(string name, byte[] bytes) => new(Way.Upload, name, bytes);

    private static HostileInput Body(string name, string body) => new(Way.Body, name, Ascii(body));

    private static HostileInput Mail(string name, string mail) => new(Way.Mail, name, Encoding.UTF8.GetBytes(mail));

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
