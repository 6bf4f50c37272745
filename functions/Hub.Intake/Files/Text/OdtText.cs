using System.Globalization;
using System.Text;
using System.Xml;
using Hub.Intake.Files.Unpacking;

namespace Hub.Intake.Files.Text;

/// <summary>
/// The paragraphs of an OpenDocument text and the rows of its tables, as they stand on its pages: without what was deleted, what is hidden
/// or struck out, what was noted in the margin, and the marks of notes.
/// </summary>
internal sealed class OdtText
{
    private const int MostSpaces = 100;
    private const string OfParagraphs = "paragraph";
    private const string OfTexts = "text";
    private readonly OdtStyles _styles = new();
    private readonly List<PageLine> _lines = [];
    // A note or a text box stands within a paragraph, perhaps within a raised part of it, and has paragraphs of its own.
    private readonly Stack<Paragraph> _paragraphs = new();
    private readonly StringBuilder _cell = new();
    private readonly List<string> _row = [];
    private bool _isContent;
    private int _tables;
    private int _characters;

    /// <summary>The lines.</summary>
    public static IReadOnlyList<PageLine> Read(Stream content)
    {
        var (items, budget, text) = (ZipDirectory.Read(content), new UnpackingBudget(content.Length), new OdtText());
        // The names of styles first.
        foreach (var name in new[] { "styles.xml", "content.xml" })
        {
            if (items.FirstOrDefault(i => i.Name == name) is not { } part)
                continue;
            text._isContent = name == "content.xml";
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
            if (reader.NodeType == XmlNodeType.Element && IsUnseen(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName);
            else if (
                reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                Append(reader.Value);
            more = reader.Read();
        }
    }

    private bool IsUnseen(XmlReader element) => element.LocalName switch
    {
        "tracked-changes" or "annotation" or "change-info" or "note-citation" or "hidden-text" or "ruby-text" or "forms"
            or "master-styles" => true,
        // What a picture shows, for those who do not see it.
        "title" or "desc" => element.NamespaceURI.Contains(":svg", StringComparison.Ordinal),
        "hidden-paragraph" => true,
        "section" => Attribute(element, "display") is "none",
        // Those of headers and footers, whose names are others' in the content.
        "automatic-styles" => !_isContent,
        "p" or "h" => _styles.Hides(OfParagraphs, Attribute(element, "style-name")),
        "span" => _styles.Hides(OfTexts, Attribute(element, "style-name")),
        _ => false,
    };

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "style":
                _styles.Begin(Attribute(reader, "family"), Attribute(reader, "name"), Attribute(reader, "parent-style-name"));
                break;
            case "default-style" or "list-style" or "outline-style":
                _styles.BeginOther();
                break;
            case "text-properties":
                _styles.Take(name => Attribute(reader, name));
                break;
            case "span" when !reader.IsEmptyElement && _paragraphs.TryPeek(out var paragraph):
                paragraph.Spans.Push(_styles.Raises(OfTexts, Attribute(reader, "style-name")));
                break;
            case "table":
                _tables++;
                break;
            case "p" or "h":
                _paragraphs.Push(new());
                if (reader.IsEmptyElement)
                    EndParagraph();
                break;
            case "s":
                Append(new string(' ', int.TryParse(Attribute(reader, "c"), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    ? Math.Min(count, MostSpaces) : 1));
                break;
            case var name:
                Append(name switch { "tab" => "\t", "line-break" => "\n", _ => "" });
                break;
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "p" or "h":
                EndParagraph();
                break;
            case "span" when _paragraphs.TryPeek(out var paragraph):
                paragraph.Spans.TryPop(out _);
                break;
            case "table":
                _tables--;
                break;
            case "table-cell" when _tables == 1:
                _row.Add(_cell.ToString().TrimEnd('\n'));
                _cell.Clear();
                break;
            case "table-row" when _tables == 1:
                _lines.Add(new([.. _row], IsRow: true));
                _row.Clear();
                break;
            default:
                break;
        }
    }

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

    // Spaces and line ends between elements are those of the file, not of the page.
    private void Append(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph))
            paragraph.Text.Append(paragraph.Spans.Contains(true) ? SeenText.Raised(text) : text);
    }

    private static string? Attribute(XmlReader element, string name)
    {
        for (var found = element.MoveToFirstAttribute(); found; found = element.MoveToNextAttribute())
        {
            if (element.LocalName != name)
                continue;
            var value = element.Value;
            element.MoveToElement();
            return value;
        }
        element.MoveToElement();
        return null;
    }

    private sealed class Paragraph
    {
        public StringBuilder Text { get; } = new();

        public Stack<bool> Spans { get; } = new();
    }
}
