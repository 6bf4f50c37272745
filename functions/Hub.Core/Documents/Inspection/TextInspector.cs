using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Core.Documents.Text;
using Hub.Core.Forms;

namespace Hub.Core.Documents.Inspection;

/// <summary>Tells plain text, tables, JSON and mails apart, and refuses what only pretends to be text.</summary>
internal static partial class TextInspector
{
    private const int SampleLength = 64 * 1024;
    private const int FewestRows = 2;

    /// <summary>Whether the first bytes are text.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> head) => TextEncoding.HasMark(head) || !head.ContainsAny(TextEncoding.NoText);

    /// <summary>The kind; throws where the file must not be taken.</summary>
    public static DocumentKind Check(Stream content, int depth)
    {
        if (!TextEncoding.IsText(content))
            throw new RefusedFileException(ProblemCode.F10);
        var sample = TextEncoding.Decode(Bytes.Head(content, SampleLength)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        RefuseOther(sample);
        if (sample is ['{' or '[', ..] && IsJson(content))
            return DocumentKind.Json;
        if (MailInspector.IsMail(sample))
        {
            MailInspector.Check(content, depth);
            return DocumentKind.Eml;
        }
        RefuseFormulas(content);
        return IsTable(sample) ? DocumentKind.Csv : DocumentKind.Txt;
    }

    private static void RefuseOther(string sample)
    {
        if (sample.StartsWith("<?xml", StringComparison.Ordinal) || sample.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
            throw new RefusedFileException(sample.Contains("<!ENTITY", StringComparison.Ordinal) ? ProblemCode.F15 : ProblemCode.F10);
        if (sample.StartsWith(@"{\rtf", StringComparison.Ordinal) || sample.StartsWith("%!PS", StringComparison.Ordinal))
            throw new RefusedFileException(ProblemCode.F10);
        if (sample.StartsWith("[InternetShortcut]", StringComparison.OrdinalIgnoreCase)
            || sample.StartsWith("Windows Registry Editor", StringComparison.OrdinalIgnoreCase)
            || sample.StartsWith("REGEDIT4", StringComparison.Ordinal))
            throw new RefusedFileException(ProblemCode.F12);
        if (SecondNature.IsPage(System.Text.Encoding.UTF8.GetBytes(sample[..Math.Min(sample.Length, 1024)]))
            && !MailInspector.IsMail(sample))
            throw new RefusedFileException(ProblemCode.F10);
    }

    private static bool IsJson(Stream content)
    {
        content.Position = 0;
        var state = new JsonReaderState(new() { MaxDepth = 64 });
        var buffer = new byte[SampleLength];
        var kept = 0;
        try
        {
            while (true)
            {
                var read = content.Read(buffer, kept, buffer.Length - kept);
                var reader = new Utf8JsonReader(buffer.AsSpan(0, kept + read), read == 0, state);
                while (reader.Read())
                {
                }
                if (read == 0)
                    return true;
                state = reader.CurrentState;
                var used = (int)reader.BytesConsumed;
                kept = kept + read - used;
                buffer.AsSpan(used, kept).CopyTo(buffer);
                if (kept == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
            }
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsTable(string sample)
    {
        var lines = Records(sample).Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0).Take(50).ToList();
        // The last line of a sample may be cut.
        if (sample.Length >= SampleLength / 4 && lines.Count > FewestRows)
            lines.RemoveAt(lines.Count - 1);
        return lines.Count >= FewestRows && ",;\t".Any(separator => lines.Select(l => Cells(l, separator)).Distinct().ToList() is [> 1]);
    }

    // A cell in quotation marks may go on in the next line (RFC 4180 §2.6).
    private static IEnumerable<string> Records(string sample)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < sample.Length; i++)
        {
            quoted ^= sample[i] == '"';
            if (quoted || sample[i] != '\n')
                continue;
            yield return sample[start..i];
            start = i + 1;
        }
        yield return sample[start..];
    }

    private static int Cells(string line, char separator)
    {
        var (cells, quoted) = (1, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            cells += c == separator && !quoted ? 1 : 0;
        }
        return cells;
    }

    // Spreadsheets start programs from such cells: =cmd|'/c …'!A1.
    private static void RefuseFormulas(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, System.Text.Encoding.Latin1, true, SampleLength, leaveOpen: true);
        var buffer = new char[SampleLength];
        while (reader.ReadBlock(buffer) is > 0 and var read)
            if (Dde().IsMatch(buffer.AsSpan(0, read)))
                throw new RefusedFileException(ProblemCode.F11);
    }

    [GeneratedRegex("""(^|[,;\t"\n])\s?[=+@-][^\n|]{0,100}\|[^\n!]{0,500}!""", RegexOptions.NonBacktracking)]
    private static partial Regex Dde();
}
