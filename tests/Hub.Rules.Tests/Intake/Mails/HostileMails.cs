using System.Text;

namespace Hub.Rules.Tests.Intake.Mails;

/// <summary>Mails made to harm whoever reads them, too large or too strange to be kept as files.</summary>
internal static class HostileMails
{
    private const string Head = "Authentication-Results: mx.hub.example; dmarc=pass header.from=mfa.arvenia.example\r\n"
        + "From: Permanent Mission of Arvenia <vienna@mfa.arvenia.example>\r\nTo: directory@hub.example\r\n"
        + "Subject: Note\r\nMIME-Version: 1.0\r\n";

    public static IReadOnlyDictionary<string, byte[]> All { get; } = new Dictionary<string, byte[]>
    {
        ["multipart in multipart, a hundred deep"] = Bytes(Head + Nested(100)),
        ["multipart in multipart, ten thousand deep"] = Bytes(Head + Nested(10_000)),
        ["mail in mail, a hundred deep"] = Bytes(
            Head + string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\n", 100)) + "\r\nx"),
        ["ten thousand parts"] = Bytes(Head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
            + Repeat("--b\r\nContent-Type: text/plain\r\n\r\nx\r\n", 10_000) + "--b--\r\n"),
        ["ten thousand headers"] = Bytes(Repeat("X-Noise: noise\r\n", 10_000) + Head + "\r\nWhere are you?"),
        ["a header of a megabyte"] = Bytes($"X-Noise: {new string('x', 1_000_000)}\r\n{Head}\r\nWhere are you?"),
        ["a header folded a hundred thousand times"] = Bytes(
            $"References: {Repeat("<a@b.example>\r\n ", 100_000)}\r\n{Head}\r\nWhere are you?"),
        ["a hundred thousand recipients"] = Bytes($"Cc: {Repeat("a@b.example, ", 100_000)}c@d.example\r\n{Head}\r\nWhere are you?"),
        ["groups in groups of addresses"] = Bytes(
            $"Reply-To: {Repeat("g:", 5_000)}a@b.example{Repeat(";", 5_000)}\r\n{Head}\r\nWhere are you?"),
        ["comments in comments"] = Bytes($"From: {Repeat("(", 20_000)}{Repeat(")", 20_000)} a@b.example\r\n\r\nWhere are you?"),
        ["a line of ten megabytes"] = Bytes($"{Head}\r\n{new string('a', 10_000_000)}"),
        ["tags in tags"] = Bytes($"{Head}Content-Type: text/html\r\n\r\n{Repeat("<div>", 100_000)}Where are you?"),
        ["an unclosed tag of a megabyte"] = Bytes($"{Head}Content-Type: text/html\r\n\r\n<p {new string('a', 1_000_000)}"),
        ["white space without end"] = Bytes($"{Head}\r\narticle{new string(' ', 200_000)}18 tel{new string('\t', 200_000)}+999"),
        ["digits without end"] = Bytes(
            $"{Head}\r\nThe Permanent Mission of Arvenia presents its compliments. Tel. +{Repeat("9 ", 100_000)}"),
        ["articles without end"] = Bytes(
            $"{Head}\r\nThe Permanent Mission of Arvenia presents its compliments: article {Repeat("1, ", 30_000)} of UNTOC"),
        ["capitals and commas without end"] = Bytes(
            $"{Head}\r\nThe Permanent Mission of Arvenia presents its compliments and designates "
            + $"{Repeat("A, ", 30_000)} as central authority"),
        ["quotations without end"] = Bytes($"{Head}\r\n{Repeat("> From: a\r\n> Sent: b\r\n> To: c\r\n> Subject: d\r\n", 10_000)}"),
        ["half a surrogate pair"] = [.. Bytes($"{Head}Content-Type: text/plain; charset=utf-16le\r\n\r\n"), 0x00, 0xD8, 0x41, 0x00],
        ["a boundary that is every line"] = Bytes($"{Head}Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n{Repeat("--\r\n", 20_000)}"),
        ["winmail.dat that is none"] = Bytes(Attached("winmail.dat", "application/ms-tnef", Encoding.ASCII.GetBytes("no TNEF at all"))),
        ["winmail.dat that breaks off"] = Bytes(Attached("winmail.dat", "application/ms-tnef", Tnef.With("note.txt", "text")[..40])),
        ["a name with a path"] = Bytes(Attached("../../etc/passwd", "text/plain", Encoding.ASCII.GetBytes("x"))),
        ["zero bytes"] = new byte[100_000],
        ["nothing"] = [],
        ["a lone line end"] = "\r\n"u8.ToArray(),
    };

    /// <summary>A mail with one file.</summary>
    public static string Attached(string name, string type, byte[] content) =>
        $"{Head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nPlease see the file.\r\n--b\r\n"
        + $"Content-Type: {type}; name=\"{name}\"\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n"
        + $"{Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)}\r\n--b--\r\n";

    private static string Nested(int depth) => string.Concat(Enumerable.Range(0, depth)
        .Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"))
        + "Content-Type: text/plain\r\n\r\nWhere are you?\r\n";

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
