using System.Globalization;
using System.Text;
using System.Xml;
using Hub.Core.Documents.Inspection;

namespace Hub.Core.Forms.Designations.Reading;

/// <summary>The rows of a workbook (ECMA-376 part 1 §18), with dates and times as they were meant.</summary>
internal sealed class WorkbookLines
{
    private readonly Dictionary<string, ZipItem> _parts;
    private readonly Stream _content;
    private readonly UnpackingBudget _budget;
    private readonly string _file;
    private readonly List<string> _shared = [];
    private readonly CellStyles _styles = new();

    private WorkbookLines(Stream content, string file)
    {
        (_content, _file, _budget) = (content, file, new UnpackingBudget(content.Length));
        _parts = ZipDirectory.Read(content).ToDictionary(i => i.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All rows of all sheets.</summary>
    public static IReadOnlyList<FormLine> Read(Stream content, string file)
    {
        var book = new WorkbookLines(content, file);
        book.Walk("xl/sharedStrings.xml", (reader, _) => book.TakeShared(reader));
        book.Walk("xl/styles.xml", (reader, _) => book._styles.Take(reader));
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        book.Walk("xl/_rels/workbook.xml.rels", (reader, _) => Relate(reader, targets));
        var sheets = new List<(string Name, string Part)>();
        book.Walk("xl/workbook.xml", (reader, _) => book.Name(reader, targets, sheets));
        return [.. sheets.SelectMany(s => book.Sheet(s.Name, s.Part)).Take(FormLine.Most)];
    }

    private void Walk(string part, Action<XmlReader, string> element)
    {
        if (!_parts.TryGetValue(part, out var item))
            return;
        using var stream = item.Open(_content, _budget);
        using var reader = SafeXml.Open(stream);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element)
                element(reader, reader.LocalName);
    }

    private void TakeShared(XmlReader reader)
    {
        if (reader.LocalName == "si")
            _shared.Add(CellText(reader));
    }

    private static void Relate(XmlReader reader, Dictionary<string, string> targets)
    {
        if (reader.LocalName == "Relationship" && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    private void Name(XmlReader reader, Dictionary<string, string> targets, List<(string, string)> sheets)
    {
        if (reader.LocalName == "workbookPr" && reader.GetAttribute("date1904") is "1" or "true")
            _styles.Since1904 = true;
        if (reader.LocalName != "sheet" || reader.GetAttribute("name") is not { } name)
            return;
        var id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
        if (id is not null && targets.TryGetValue(id, out var part))
            sheets.Add((name, part));
    }

    private List<FormLine> Sheet(string sheet, string part)
    {
        var lines = new List<FormLine>();
        var cells = new List<FormCell>();
        Walk(part, (reader, name) =>
        {
            if (name == "row")
                Finish(lines, cells, sheet);
            else if (name == "c" && lines.Count < FormLine.Most)
                Add(cells, reader, sheet);
        });
        Finish(lines, cells, sheet);
        return lines;
    }

    private static void Finish(List<FormLine> lines, List<FormCell> cells, string sheet)
    {
        if (cells.Count > 0)
            lines.Add(new([.. cells], sheet));
        cells.Clear();
    }

    // Cells that hold nothing may be left out of a file; the others keep their columns.
    private void Add(List<FormCell> cells, XmlReader reader, string sheet)
    {
        var at = reader.GetAttribute("r") ?? "";
        var column = Column(at);
        while (cells.Count < Math.Min(column, 64))
            cells.Add(new("", new(_file) { Sheet = sheet, Cell = at }));
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        cells.Add(new(FormLine.Trimmed(Value(type, style, CellText(reader))), new(_file) { Sheet = sheet, Cell = at }));
    }

    private string Value(string? type, string? style, string text) => type switch
    {
        "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _shared.Count ? _shared[i] : "",
        "b" => text == "1" ? "true" : "false",
        null or "n" => _styles.Shown(text, style),
        _ => text,
    };

    // Columns count A=0, B=1 … AA=26.
    private static int Column(string cell) =>
        cell.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, c) => (n * 26) + char.ToUpperInvariant(c) - 'A' + 1) - 1;

    // The text within a cell or a shared text, without formulas and without the reading aids of East Asian texts.
    private static string CellText(XmlReader reader)
    {
        var text = new StringBuilder();
        if (reader.IsEmptyElement)
            return "";
        for (var depth = reader.Depth; reader.Read() && reader.Depth > depth;)
        {
            while (reader.NodeType == XmlNodeType.Element && reader.LocalName is "f" or "rPh" && reader.Depth > depth)
                reader.Skip();
            if (reader.Depth <= depth)
                break;
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text.Append(reader.Value);
        }
        return text.ToString();
    }
}
