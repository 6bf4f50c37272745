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
    private readonly HashSet<string> _hiding = new(StringComparer.Ordinal);
    private readonly HashSet<string> _raising = new(StringComparer.Ordinal);
    private readonly Stack<bool> _spans = new();
    private readonly List<PageLine> _lines = [];
    private readonly Stack<StringBuilder> _paragraphs = new();
    private readonly StringBuilder _cell = new();
    private readonly List<string> _row = [];
    private string _style = "";
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
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                Append(reader.Value);
            more = reader.Read();
        }
    }

    private bool IsUnseen(XmlReader element) => element.LocalName switch
    {
        "tracked-changes" or "annotation" or "change-info" or "note-citation" or "hidden-text" or "ruby-text" or "forms" or "master-styles" => true,
        // What a picture shows, for those who do not see it.
        "title" or "desc" => element.NamespaceURI.Contains(":svg", StringComparison.Ordinal),
        "hidden-paragraph" => true,
        "section" => Attribute(element, "display") is "none",
        "p" or "h" or "span" => Attribute(element, "style-name") is { } style && _hiding.Contains(style),
        _ => false,
    };

    private void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "style":
                _style = Attribute(reader, "name") ?? "";
                if (Attribute(reader, "parent-style-name") is { } parent && _hiding.Contains(parent))
                    _hiding.Add(_style);
                break;
            case "text-properties":
                if (Hides(reader))
                    _hiding.Add(_style);
                if (Raises(reader))
                    _raising.Add(_style);
                break;
            case "span" when !reader.IsEmptyElement:
                _spans.Push(Attribute(reader, "style-name") is { } style && _raising.Contains(style));
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
            case "span":
                _spans.TryPop(out _);
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
        _characters += paragraph.Length + 1;
        if (_tables > 0)
            _cell.Append(paragraph).Append('\n');
        else
            _lines.Add(new([paragraph.ToString()]));
    }

    // Spaces and line ends between elements are those of the file, not of the page.
    private void Append(string text)
    {
        if (_paragraphs.TryPeek(out var paragraph))
            paragraph.Append(_spans.Contains(true) ? SeenText.Raised(text) : text);
    }

    private static bool Hides(XmlReader properties) => Attribute(properties, "display") is "none"
        || Attribute(properties, "text-line-through-style") is not (null or "none")
        || Attribute(properties, "text-line-through-type") is not (null or "none");

    // ODF 1.3 part 3 §20.402: a word, or how far up in percent, and how large.
    private static bool Raises(XmlReader properties) => Attribute(properties, "text-position") is { } position
        && (position.StartsWith("super", StringComparison.Ordinal)
            || (position.Split('%') is [var up, _, ..] && double.TryParse(up, CultureInfo.InvariantCulture, out var percent) && percent > 0));

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
}
