using System.Xml;
using Hub.Intake.Files.Text;
using Hub.Intake.Files.Unpacking;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Register.Problems;

namespace Hub.Intake.Forms.Reading;

/// <summary>Reads filled designation forms back, whatever kind of file they come as, by the definition that they were made from.</summary>
public static class DesignationFormParser
{
    private const int MostBytes = 4 * 1024 * 1024;
    private const int FewestFields = 3;

    /// <summary>Reads a file that the hub has taken.</summary>
    /// <param name="kind">What its bytes say it is.</param>
    /// <param name="file">Its name, for the places of what it says.</param>
    /// <param name="content">Its bytes; they can be read from any place.</param>
    /// <param name="assumed">The kind of notice, where the notice says it and the form does not.</param>
    public static DesignationReading Read(DocumentKind kind, string file, Stream content, NoticeKind? assumed = null)
    {
        try
        {
            return Read(Lines(kind, file, content), assumed);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or RefusedFileException)
        {
            return DesignationReading.None;
        }
    }

    /// <summary>Reads a text with labels, e.g. the body of a mail; what has no label is left alone.</summary>
    public static DesignationReading ReadText(string text, string? file = null, NoticeKind? assumed = null) =>
        Read(LabelledText.Read([text], line => new(file) { Line = line }), assumed);

    private static IReadOnlyList<FormLine> Lines(DocumentKind kind, string file, Stream content) => kind switch
    {
        DocumentKind.Xlsx => WorkbookLines.Read(content, file),
        DocumentKind.Docx => DocumentLines.Read(WordText.Read(content), file),
        DocumentKind.Csv => SeparatedLines.Read(Text(content), file),
        DocumentKind.Json => JsonLines.Read(Text(content), file),
        DocumentKind.Txt => Plain(Text(content), file),
        DocumentKind.Pdf or DocumentKind.Odt or DocumentKind.Eml or DocumentKind.Png or DocumentKind.Jpeg or DocumentKind.Tiff => [],
    };

    // A table with a quotation mark too many is a text to those who look for tables.
    private static IReadOnlyList<FormLine> Plain(string text, string file) =>
        SeparatorLine.Of(text) is not null
        || text.TrimStart('\uFEFF', '"').StartsWith(DesignationForm.Mark.Split('/')[0] + '/', StringComparison.Ordinal)
            ? SeparatedLines.Read(text, file)
            : LabelledText.Read([text], line => new(file) { Line = line });

    private static string Text(Stream content) => TextEncoding.Decode(Bytes.Head(content, MostBytes));

    private static DesignationReading Read(IReadOnlyList<FormLine> lines, NoticeKind? assumed)
    {
        var matcher = new FormMatcher(lines);
        if (matcher.Marks.FirstOrDefault(m => m != DesignationForm.Mark) is { } other)
            return DesignationReading.None with
            {
                IsForm = true, Language = matcher.Language, Problems = [Problem.Query(ProblemCode.F22, "", other, DesignationForm.Mark)],
            };
        var isForm = matcher.Marks.Count > 0 || matcher.Filled.Select(f => f.Field).Distinct().Count() >= FewestFields;
        return new FormInterpreter(matcher, assumed).Reading(isForm);
    }
}
