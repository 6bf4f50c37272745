using System.Text;
using System.Text.RegularExpressions;
using Hub.Intake.Files.Unpacking;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>
/// Looks at what a mail brings with it (RFC 2045), in whatever encoding: attachments are looked at as if they had come by themselves.
/// </summary>
internal sealed partial class MailInspector
{
    private const int MostDepth = 3;
    private const int LongestHeader = 64 * 1024;
    private readonly ReadOnlyMemory<byte> _mail;
    private readonly int _depth;
    private readonly StringBuilder _header = new();
    private bool _inHeader = true;
    private string _encoding = "";
    private bool _isFile;
    private int _body;

    private MailInspector(ReadOnlyMemory<byte> mail, int depth) => (_mail, _depth) = (mail, depth);

    /// <summary>Whether a text begins as a mail does.</summary>
    public static bool IsMail(string sample)
    {
        var lines = sample.Split('\n').TakeWhile(l => l.TrimEnd('\r').Length > 0).ToList();
        return lines.Count > 0 && HeaderLine().IsMatch(lines[0]) && lines.Count(l => Telling().IsMatch(l)) >= 2;
    }

    /// <summary>Throws where the mail, or anything in it, must not be taken.</summary>
    public static void Check(Stream content, int depth)
    {
        if (depth >= MostDepth)
            throw new RefusedFileException(ProblemCode.F15);
        new MailInspector(Bytes.Of(content), depth).Run();
    }

    private void Run()
    {
        for (var at = 0; at < _mail.Length;)
        {
            var rest = _mail.Span[at..];
            var end = rest.IndexOf((byte)'\n') is >= 0 and var found ? found : rest.Length;
            Take(rest[..end].TrimEnd((byte)'\r'), at, Math.Min(_mail.Length, at + end + 1));
            at += end + 1;
        }
        EndPart(_mail.Length);
    }

    private void Take(ReadOnlySpan<byte> line, int start, int next)
    {
        // Nobody's boundary is known here: every line that can be one is taken for one, so that none hides an attachment.
        if (line.Length > 2 && line.StartsWith("--"u8))
        {
            EndPart(start);
            _inHeader = true;
        }
        else if (_inHeader && line.Length > 0)
            AddHeader(line);
        else if (_inHeader)
            EndHeader(next);
    }

    // What is so long is no header, but a text behind a line of dashes.
    private void AddHeader(ReadOnlySpan<byte> line)
    {
        if (_header.Length < LongestHeader)
            _header.Append(line[0] is (byte)' ' or (byte)'\t' ? "" : "\n").Append(Encoding.Latin1.GetString(line));
    }

    private void EndHeader(int body)
    {
        // Runs of blanks are one: what follows would go square on them.
        var header = Pieces().Replace(Blanks().Replace(_header.ToString(), " "), "");
        _header.Clear();
        _inHeader = false;
        if (!Content().IsMatch(header))
            return;
        _encoding = Encodings().Match(header).Groups[1].Value.ToUpperInvariant();
        _isFile = _encoding == "BASE64" || File().IsMatch(header);
        _body = body;
        // A mail in a mail goes on with its own header.
        _inHeader = Message().IsMatch(header) && _encoding != "BASE64";
        if (Dangerous().IsMatch(header) || Dangerous().IsMatch(Uri.UnescapeDataString(header)))
            throw new RefusedFileException(ProblemCode.F12);
    }

    private void EndPart(int end)
    {
        if (_isFile && end > _body)
            foreach (var bytes in TransferEncodings.Readings(_encoding, _mail[_body..end]))
                Look(bytes);
        (_encoding, _isFile) = ("", false);
        _header.Clear();
    }

    private void Look(byte[] bytes)
    {
        using var attachment = new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
        // Signatures, calendar entries and the like are of no kind that the hub takes, and harmless.
        if (Inspector.Inspect(attachment, _depth + 1).Refused is { } code and not (ProblemCode.F10 or ProblemCode.F17 or ProblemCode.F18))
            throw new RefusedFileException(code);
    }

    [GeneratedRegex("^[!-9;-~]+:", RegexOptions.NonBacktracking)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(
        "^(From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type):",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Telling();

    [GeneratedRegex("^Content-", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Content();

    // Comments may stand anywhere (RFC 5322 §3.2.2).
    [GeneratedRegex(
        @"^Content-Transfer-Encoding:[^\n]*\b(base64|quoted-printable)\b",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Encodings();

    // Named, attached, or of a kind that is no text.
    [GeneratedRegex(
        @"name\*?\s*=|^Content-Disposition:\s*attachment|^Content-Type:\s*(?!text/|multipart/|message/)[a-z]",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex File();

    [GeneratedRegex(@"^Content-Type:\s*message/rfc822", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Message();

    [GeneratedRegex(@"[^\S\n]+")]
    private static partial Regex Blanks();

    // A name in several pieces (RFC 2231 §3): filename*0="form.e"; filename*1="xe".
    [GeneratedRegex(@"""?\s{0,3};\s{0,3}(?:file)?name\*[1-9][0-9]{0,2}\*?\s{0,3}=\s{0,3}""?|(?<=name)\*0\*?(?==)", RegexOptions.IgnoreCase)]
    private static partial Regex Pieces();

    [GeneratedRegex(
        @"name\*?\s*=""?[^""\n;]*\.(exe|com|scr|bat|cmd|js|jse|vbs|vbe|wsf|hta|msi|ps1|lnk|jar|docm|xlsm|iso|img|html?|svg)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Dangerous();
}
