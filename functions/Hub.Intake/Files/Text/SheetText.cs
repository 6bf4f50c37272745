using System.Globalization;
using System.Text;
using System.Xml;
using Hub.Intake.Files.Unpacking;

namespace Hub.Intake.Files.Text;

/// <summary>A row of a workbook.</summary>
/// <param name="Sheet">The name of its sheet.</param>
/// <param name="Cells">Its cells from the first column on, each with its place, e.g. <c>D12</c>.</param>
internal sealed record SheetRow(string Sheet, IReadOnlyList<(string At, string Text)> Cells);

/// <summary>
/// The rows of a workbook (ECMA-376 part 1 §18) as they stand on its sheets: dates and times as they were meant, nothing that is hidden or
/// struck out.
/// </summary>
internal sealed class SheetText
{
    private const int MostRows = 50_000;
    private const int MostColumns = 64;

    // As many as a sheet has, A to XFD.
    private const int Columns = 16_384;
    private readonly IReadOnlyList<ZipItem> _parts;
    private readonly Stream _content;
    private readonly UnpackingBudget _budget;
    private readonly List<string> _shared = [];
    private readonly CellStyles _styles = new();
    private readonly List<SheetRow> _rows = [];
    private readonly bool[] _hiddenColumns = new bool[Columns];
    private long _characters;

    private SheetText(Stream content)
    {
        (_content, _budget) = (content, new UnpackingBudget(content.Length));
        _parts = ZipDirectory.Read(content);
    }

    /// <summary>The rows as lines.</summary>
    public static IEnumerable<PageLine> Read(Stream content) =>
        Rows(content).Select(r => new PageLine([.. r.Cells.Select(c => c.Text)], IsRow: true));

    /// <summary>All rows of all sheets, as far as a document is read.</summary>
    public static IReadOnlyList<SheetRow> Rows(Stream content)
    {
        var book = new SheetText(content);
        if (OfficeParts.Main(book._parts, content, book._budget) is not { } main)
            return [];
        book.WalkRelated(main, "sharedStrings", book.TakeShared);
        book.WalkRelated(main, "styles", book._styles.Take);
        foreach (var (name, part) in book.Sheets(main))
            book.Sheet(name, part);
        return book._rows;
    }

    private void WalkRelated(ZipItem main, string type, Action<XmlReader> element)
    {
        var parts = OfficeParts.Related(_parts, main.Name, _content, _budget, type);
        // Some programs say only where a part is, not what for.
        var usual = OfficeParts.Resolved(main.Name, $"{type}.xml");
        foreach (var part in parts.Count > 0 ? parts : _parts.Where(p => p.Name.Equals(usual, StringComparison.OrdinalIgnoreCase)))
            Walk(part, element);
    }

    private void Walk(ZipItem part, Action<XmlReader> element)
    {
        using var stream = part.Open(_content, _budget);
        using var reader = SafeXml.Open(stream);
        while (_characters < TextLayer.Most && reader.Read())
            if (reader.NodeType == XmlNodeType.Element)
                element(reader);
    }

    private void TakeShared(XmlReader reader)
    {
        if (reader.LocalName == "si")
            _shared.Add(CellText(reader));
    }

    private List<(string Name, ZipItem Part)> Sheets(ZipItem main)
    {
        var targets = OfficeParts.Targets(_parts, main.Name, _content, _budget);
        var sheets = new List<(string, ZipItem)>();
        Walk(main, reader =>
        {
            if (reader.LocalName == "workbookPr" && reader.GetAttribute("date1904") is "1" or "true")
                _styles.Since1904 = true;
            if (reader.LocalName != "sheet" || reader.GetAttribute("name") is not { } name
                || reader.GetAttribute("state") is "hidden" or "veryHidden")
                return;
            var id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
                ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
            if (id is not null && targets.TryGetValue(id, out var part))
                sheets.Add((name, part));
        });
        return sheets;
    }

    private void Sheet(string sheet, ZipItem part)
    {
        var cells = new List<(string At, string Text)>();
        var isHidden = false;
        Array.Clear(_hiddenColumns);
        Walk(part, reader =>
        {
            if (reader.LocalName == "col" && reader.GetAttribute("hidden") is "1" or "true")
                Hide(Number(reader, "min"), Number(reader, "max"));
            else if (reader.LocalName == "row")
            {
                Finish(sheet, cells, isHidden);
                isHidden = reader.GetAttribute("hidden") is "1" or "true";
            }
            else if (reader.LocalName == "c" && _rows.Count < MostRows)
                Add(cells, reader);
        });
        Finish(sheet, cells, isHidden);
    }

    private void Finish(string sheet, List<(string At, string Text)> cells, bool isHidden)
    {
        if (cells.Count > 0 && !isHidden)
            _rows.Add(new(sheet, [.. cells]));
        _characters += cells.Sum(c => (long)c.Text.Length + 1);
        cells.Clear();
    }

    // Cells that hold nothing may be left out of a file; the others keep their columns.
    private void Add(List<(string At, string Text)> cells, XmlReader reader)
    {
        var at = reader.GetAttribute("r") ?? "";
        var column = Column(at);
        while (cells.Count < Math.Min(column, MostColumns))
            cells.Add((at, ""));
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        var text = Value(type, style, CellText(reader));
        var isUnseen = _styles.Strikes(style) || (column is >= 0 and < Columns && _hiddenColumns[column]);
        cells.Add((at, isUnseen ? "" : text));
    }

    private string Value(string? type, string? style, string text) => type switch
    {
        "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < _shared.Count ? _shared[i] : "",
        "b" => text == "1" ? "true" : "false",
        null or "n" => _styles.Shown(text, style),
        _ => text,
    };

    // Columns of the file count from 1.
    private void Hide(int first, int last)
    {
        if (first >= 1 && first <= Math.Min(last, Columns))
            Array.Fill(_hiddenColumns, true, first - 1, Math.Min(last, Columns) - first + 1);
    }

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Columns count A=0, B=1 … AA=26.
    private static int Column(string cell) =>
        cell.TakeWhile(char.IsAsciiLetter).Take(4).Aggregate(0, (n, c) => (n * 26) + char.ToUpperInvariant(c) - 'A' + 1) - 1;

    // The text within a cell or a shared text, without formulas, struck runs, and the reading aids of East Asian texts.
    private static string CellText(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var (text, depth, isStruck, isRaised) = (new StringBuilder(), reader.Depth, false, false);
        for (var more = reader.Read(); more && reader.Depth > depth;)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "f" or "rPh")
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
                (isStruck, isRaised) = reader.LocalName switch
                {
                    "r" => (false, false),
                    "strike" => (reader.GetAttribute("val") is not ("0" or "false"), isRaised),
                    "vertAlign" => (isStruck, reader.GetAttribute("val") == "superscript"),
                    _ => (isStruck, isRaised),
                };
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                or XmlNodeType.CDATA && !isStruck)
                text.Append(isRaised ? SeenText.Raised(reader.Value) : reader.Value);
            more = reader.Read();
        }
        return text.ToString();
    }
}
