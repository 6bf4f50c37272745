using System.Text;
using System.Xml;
using Hub.Core.Documents.Inspection;

namespace Hub.Core.Forms.Designations.Reading;

/// <summary>The rows of the tables of a Word document, and its paragraphs outside of them.</summary>
internal sealed class DocumentLines(string file)
{
    private readonly List<FormLine> _lines = [];
    private readonly List<FormCell> _row = [];
    private readonly StringBuilder _text = new();
    private int _tables;
    private int _rows;
    private int _paragraphs;

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<FormLine> Read(Stream content, string file)
    {
        if (ZipDirectory.Read(content).FirstOrDefault(i => i.Name == "word/document.xml") is not { } part)
            return [];
        using var stream = part.Open(content, new UnpackingBudget(content.Length));
        using var reader = SafeXml.Open(stream);
        var lines = new DocumentLines(file);
        while (lines._lines.Count < FormLine.Most && reader.Read())
            lines.Take(reader);
        return lines._lines;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.NodeType, reader.LocalName)
        {
            case (XmlNodeType.Element, "tbl"):
                _tables++;
                break;
            case (XmlNodeType.EndElement, "tbl"):
                _tables--;
                break;
            case (XmlNodeType.Element, "instrText" or "delText"):
                reader.Skip();
                break;
            case (XmlNodeType.Element, "br" or "cr"):
                _text.Append('\n');
                break;
            case (XmlNodeType.Element, "tab"):
                _text.Append('\t');
                break;
            case (XmlNodeType.EndElement, "p") or (XmlNodeType.Element, "p")
                when reader.NodeType == XmlNodeType.EndElement || reader.IsEmptyElement:
                EndParagraph();
                break;
            case (XmlNodeType.EndElement, "tc" or "tr") when _tables == 1:
                EndOfTable(reader.LocalName);
                break;
            case (XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA, _):
                _text.Append(reader.Value);
                break;
            default:
                break;
        }
    }

    // Within a table, paragraphs are lines of their cell; a table in a cell is a part of it.
    private void EndParagraph()
    {
        if (_tables > 0)
        {
            _text.Append('\n');
            return;
        }
        _paragraphs++;
        if (Taken() is { Length: > 0 } text)
            _lines.AddRange(LabelledText.Read([text], _ => new(file) { Paragraph = _paragraphs }));
    }

    private void EndOfTable(string element)
    {
        if (element == "tc")
        {
            _row.Add(new(Taken(), new(file) { Row = _rows + 1 }));
            return;
        }
        _rows++;
        if (_row.Any(c => !c.IsEmpty))
            _lines.Add(new([.. _row]));
        _row.Clear();
    }

    private string Taken()
    {
        var text = FormLine.Trimmed(_text.ToString());
        _text.Clear();
        return text;
    }
}
