using System.Text;
using System.Xml;
using Hub.Core.Documents.Inspection;

namespace Hub.Core.Documents.Text;

/// <summary>The text of packages of Office and OpenDocument.</summary>
internal static class PackageText
{
    /// <summary>The text, a line for each paragraph or row.</summary>
    public static string Read(DocumentKind kind, Stream content)
    {
        var (items, budget, text) = (ZipDirectory.Read(content), new UnpackingBudget(content.Length), new StringBuilder());
        foreach (var part in items.Where(i => HasText(kind, i.Name)).OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            using var stream = part.Open(content, budget);
            using var reader = SafeXml.Open(stream);
            while (text.Length < TextLayer.Most && reader.Read())
                Take(reader, kind, text);
        }
        return text.ToString();
    }

    private static bool HasText(DocumentKind kind, string part) => kind switch
    {
        DocumentKind.Docx => part is "word/document.xml" or "word/footnotes.xml" or "word/endnotes.xml",
        DocumentKind.Odt => part == "content.xml",
        _ => part == "xl/sharedStrings.xml" || part.StartsWith("xl/worksheets/", StringComparison.Ordinal),
    };

    private static void Take(XmlReader reader, DocumentKind kind, StringBuilder text)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when reader.LocalName is "tab" or "s":
                text.Append(reader.LocalName == "tab" ? '\t' : ' ');
                break;
            case XmlNodeType.Element when reader.LocalName is "br" or "line-break":
                text.Append('\n');
                break;
            // A field's instruction and a cell's reference to a shared text are no text.
            case XmlNodeType.Element when reader.LocalName is "instrText" or "v" or "f":
                reader.Skip();
                break;
            case XmlNodeType.EndElement when reader.LocalName is "p" or "h" or "row" or "si":
                text.Append('\n');
                break;
            case XmlNodeType.EndElement when reader.LocalName is "c" && kind == DocumentKind.Xlsx:
                text.Append('\t');
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA:
                text.Append(reader.Value);
                break;
            default:
                break;
        }
    }
}
