using System.Text;
using System.Xml;
using Hub.Intake.Files.Unpacking;

namespace Hub.Intake.Files.Text;

/// <summary>
/// The paragraphs of a Word document and the rows of its tables, as they stand on its pages: what is deleted, moved away, struck out or
/// hidden is not there, and a text box, which is written twice for programs old and new, is there once.
/// </summary>
internal sealed class WordText
{
    private readonly WordStyles _styles;
    private readonly List<PageLine> _lines = [];
    // A text box stands within a paragraph, and has paragraphs and runs of its own.
    private readonly Stack<Piece> _paragraphs = new();
    private readonly Stack<Piece> _runs = new();
    private readonly StringBuilder _cell = new();
    private readonly List<string> _row = [];
    private bool _rowIsDeleted;
    private int _tables;
    private int _characters;

    private WordText(WordStyles styles) => _styles = styles;

    /// <summary>The lines of the document, then those of its notes.</summary>
    public static IReadOnlyList<PageLine> Read(Stream content)
    {
        var (items, budget) = (ZipDirectory.Read(content), new UnpackingBudget(content.Length));
        if (OfficeParts.Main(items, content, budget) is not { } main)
            return [];
        var text = new WordText(WordStyles.Read(items, main, content, budget));
        IEnumerable<ZipItem> parts =
        [
            main, .. OfficeParts.Related(items, main.Name, content, budget, "footnotes"),
            .. OfficeParts.Related(items, main.Name, content, budget, "endnotes"),
        ];
        foreach (var part in parts)
        {
            using var stream = part.Open(content, budget);
            using var reader = SafeXml.Open(stream);
            text.Walk(reader);
        }
        return text._lines;
    }

    private void Walk(XmlReader reader)
    {
        for (var more = reader.Read(); more && _characters < TextLayer.Most;)
        {
            if (reader.NodeType == XmlNodeType.Element && IsUnseen(reader.LocalName))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName);
            more = reader.Read();
        }
    }

    // Written for another program, deleted, or moved to where it is read again; a field's instruction, the reading of a ruby.
    private static bool IsUnseen(string element) =>
        element is "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "Fallback" or "rt" or "sectPr";

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "tbl":
                _tables++;
                break;
            case "p":
                _paragraphs.Push(new());
                if (reader.IsEmptyElement)
                    EndParagraph();
                break;
            case "r" when !reader.IsEmptyElement:
                _runs.Push(new());
                break;
            case "rPr" or "pPr" or "trPr" when !reader.IsEmptyElement:
                TakeProperties(reader);
                break;
            case "t":
                Append(reader.ReadString());
                break;
            case var name:
                Append(name switch { "tab" or "ptab" => "\t", "br" or "cr" => "\n", "noBreakHyphen" => "-", _ => "" });
                break;
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "p":
                EndParagraph();
                break;
            case "r":
                _runs.TryPop(out _);
                break;
            case "tbl":
                _tables--;
                break;
            case "tc" when _tables == 1:
                _row.Add(Taken(_cell));
                break;
            case "tr" when _tables == 1:
                EndRow();
                break;
            default:
                break;
        }
    }

    private void TakeProperties(XmlReader reader)
    {
        var (of, depth) = (reader.LocalName, reader.Depth);
        for (var more = reader.Read(); more && reader.Depth > depth;)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName.EndsWith("Change", StringComparison.Ordinal))
            {
                // What it was before the change.
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
                TakeProperty(reader, of);
            more = reader.Read();
        }
    }

    private void TakeProperty(XmlReader reader, string of)
    {
        if (of == "trPr")
            _rowIsDeleted |= reader.LocalName == "del";
        else if (of == "pPr" ? reader.LocalName == "pStyle" && _styles.Hides(reader) : _styles.Hides(reader))
            Hide(of == "pPr" ? _paragraphs : _runs);
        else if (of == "rPr" && _styles.Raises(reader) is { } raised && _runs.TryPeek(out var run))
            run.IsRaised = raised;
    }

    private static void Hide(Stack<Piece> pieces)
    {
        if (pieces.TryPeek(out var piece))
            piece.IsHidden = true;
    }

    private void Append(string text)
    {
        var run = _runs.TryPeek(out var within) ? within : null;
        if (_paragraphs.TryPeek(out var paragraph) && !paragraph.IsHidden && run?.IsHidden != true)
            paragraph.Text.Append(run?.IsRaised == true ? SeenText.Raised(text) : text);
    }

    // Within a table, paragraphs are lines of their cell; a table in a cell is a part of it.
    private void EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph))
            return;
        _characters += paragraph.Text.Length + 1;
        if (_tables > 0)
            _cell.Append(paragraph.Text).Append('\n');
        else
            _lines.Add(new([paragraph.Text.ToString()]));
    }

    private void EndRow()
    {
        if (!_rowIsDeleted)
            _lines.Add(new([.. _row], IsRow: true));
        _rowIsDeleted = false;
        _row.Clear();
    }

    private static string Taken(StringBuilder cell)
    {
        var text = cell.ToString().TrimEnd('\n');
        cell.Clear();
        return text;
    }

    private sealed class Piece
    {
        public StringBuilder Text { get; } = new();

        public bool IsHidden { get; set; }

        public bool IsRaised { get; set; }
    }
}
