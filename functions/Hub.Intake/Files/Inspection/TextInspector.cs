using System.Text.RegularExpressions;
using Hub.Intake.Files.Unpacking;
using Hub.Notices.Documents;
using Hub.Register.Problems;

namespace Hub.Intake.Files.Inspection;

/// <summary>Tells plain text, tables, JSON and mails apart, and refuses what only pretends to be text.</summary>
internal static partial class TextInspector
{
    private const int SampleLength = 64 * 1024;
    private const int FewestRows = 2;
    private const int LongestFormula = 1000;

    /// <summary>Whether the first bytes are text.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> head) => TextEncoding.HasMark(head) || !head.ContainsAny(TextEncoding.NoText);

    /// <summary>The kind; throws where the file must not be taken.</summary>
    public static DocumentKind Check(Stream content, int depth)
    {
        if (!TextEncoding.IsText(content))
            throw new RefusedFileException(ProblemCode.F10);
        var sample = TextEncoding.Decode(Bytes.Head(content, SampleLength)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        RefuseOther(sample);
        if (JsonInspector.IsMeant(sample) && JsonInspector.IsJson(content, sample))
            return DocumentKind.Json;
        if (MailInspector.IsMail(sample))
        {
            MailInspector.Check(content, depth);
            return DocumentKind.Eml;
        }
        RefuseFormulas(content);
        return IsTable(SeparatorLine.Of(sample) is { } line ? sample[line.Rows..] : sample) ? DocumentKind.Csv : DocumentKind.Txt;
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
        if (sample.StartsWith('<') && SecondNature.IsPage(System.Text.Encoding.UTF8.GetBytes(sample[..Math.Min(sample.Length, 1024)])))
            throw new RefusedFileException(ProblemCode.F10);
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

    // Spreadsheets start programs from such cells, and fetch what others name: =cmd|'/c …'!A1, =WEBSERVICE("https://…").
    private static void RefuseFormulas(Stream content)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, System.Text.Encoding.Latin1, true, SampleLength, leaveOpen: true);
        var buffer = new char[SampleLength];
        for (var kept = 0; reader.ReadBlock(buffer, kept, buffer.Length - kept) is > 0 and var read;)
        {
            var text = buffer.AsSpan(0, kept + read);
            if (Dde().IsMatch(text) || Fetches().IsMatch(text))
                throw new RefusedFileException(ProblemCode.F11);
            // What stands across two pieces is found with the next.
            kept = Math.Min(LongestFormula, text.Length);
            text[^kept..].CopyTo(buffer);
        }
    }

    [GeneratedRegex("""(^|[,;\t"\n])\s?[=+@-][^\n|]{0,100}\|[^\n!]{0,500}!""", RegexOptions.NonBacktracking)]
    private static partial Regex Dde();

    [GeneratedRegex(
        """(^|[,;\t"\n])\s?[=+@-][^\n]{0,200}\b(WEBSERVICE|HYPERLINK|DDE|CALL|EXEC|REGISTER\.ID|RTD|SQL\.REQUEST|IMAGE|IMPORT[A-Z]{3,6})\s?\(""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Fetches();
}
