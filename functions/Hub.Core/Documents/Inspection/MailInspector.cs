using System.Text;
using System.Text.RegularExpressions;
using Hub.Core.Forms;

namespace Hub.Core.Documents.Inspection;

/// <summary>Looks at what a mail brings with it (RFC 2045): attachments are looked at as if they had come by themselves.</summary>
internal sealed partial class MailInspector(int depth)
{
    private const int MostDepth = 3;
    private const int MostParts = 200;
    private const int LongestHeader = 64 * 1024;
    private readonly StringBuilder _header = new();
    private readonly StringBuilder _body = new();
    private bool _inHeader = true;
    private bool _isBase64;
    private int _parts;

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
        content.Position = 0;
        var inspector = new MailInspector(depth);
        using var reader = new StreamReader(content, Encoding.Latin1, false, Bytes.Piece, leaveOpen: true);
        while (reader.ReadLine() is { } line)
            inspector.Take(line);
        inspector.EndPart();
    }

    private void Take(string line)
    {
        // Nobody's boundary is known here: every line that can be one is taken for one, so that none hides an attachment.
        if (line.StartsWith("--", StringComparison.Ordinal) && line.Length > 2)
        {
            EndPart();
            _inHeader = true;
        }
        else if (_inHeader && line.Length > 0)
            AddHeader(line);
        else if (_inHeader)
            EndHeader();
        else if (_isBase64)
            _body.Append(line.Trim());
    }

    private void AddHeader(string line)
    {
        if (_header.Length > LongestHeader)
            throw new RefusedFileException(ProblemCode.F15);
        _header.Append(line).Append(line.StartsWith(' ') ? "" : "\n");
    }

    private void EndHeader()
    {
        var header = _header.ToString();
        _header.Clear();
        _isBase64 = Base64().IsMatch(header);
        // A mail in a mail goes on with its own header.
        _inHeader = Message().IsMatch(header) && !_isBase64;
        if (++_parts > MostParts)
            throw new RefusedFileException(ProblemCode.F15);
        if (Dangerous().IsMatch(header))
            throw new RefusedFileException(ProblemCode.F12);
    }

    private void EndPart()
    {
        if (_isBase64 && _body.Length > 0)
            Look(_body.ToString());
        _body.Clear();
        _isBase64 = false;
    }

    private void Look(string base64)
    {
        var bytes = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, bytes, out var length))
            throw new RefusedFileException(ProblemCode.F18);
        using var attachment = new MemoryStream(bytes, 0, length);
        // Signatures, calendar entries and the like are of no kind that the hub takes, and harmless.
        if (Inspector.Inspect(attachment, depth + 1).Refused is { } code and not (ProblemCode.F10 or ProblemCode.F17 or ProblemCode.F18))
            throw new RefusedFileException(code);
    }

    [GeneratedRegex("^[!-9;-~]+:")]
    private static partial Regex HeaderLine();

    [GeneratedRegex(
        "^(From|To|Date|Subject|Message-ID|MIME-Version|Received|Return-Path|Delivered-To|Content-Type):", RegexOptions.IgnoreCase)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^Content-Transfer-Encoding:\s*base64", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Base64();

    [GeneratedRegex(@"^Content-Type:\s*message/rfc822", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(
        @"name\*?=""?[^""\n;]*\.(exe|com|scr|bat|cmd|js|jse|vbs|vbe|wsf|hta|msi|ps1|lnk|jar|docm|xlsm|iso|img|html?|svg)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();
}
