using System.Xml;
using Hub.Intake.Files.Unpacking;

namespace Hub.Intake.Files.Text;

/// <summary>Which properties of a Word document keep a text from being read: it is hidden, or struck out (ECMA-376 part 1 §17.3.2).</summary>
internal sealed class WordStyles
{
    private const int MostAncestors = 10;
    private readonly HashSet<string> _hiding = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _basedOn = new(StringComparer.Ordinal);
    private string _style = "";

    /// <summary>The styles of a document.</summary>
    public static WordStyles Read(IReadOnlyList<ZipItem> items, ZipItem main, Stream content, UnpackingBudget budget)
    {
        var styles = new WordStyles();
        foreach (var part in OfficeParts.Related(items, main.Name, content, budget, "styles"))
        {
            using var stream = part.Open(content, budget);
            SafeXml.Walk(stream, styles.Take);
        }
        return styles;
    }

    /// <summary>Whether a property of a run, or the style that one names, hides its text.</summary>
    public bool Hides(XmlReader property) => property.LocalName is "rStyle" or "pStyle"
        ? Value(property) is { } style && IsHiding(style)
        : property.LocalName is "strike" or "dstrike" or "vanish" && Value(property) is not ("0" or "false" or "off" or "none");

    private void Take(XmlReader element)
    {
        switch (element.LocalName)
        {
            case "style":
                _style = element.GetAttribute("styleId", element.NamespaceURI) ?? "";
                break;
            case "basedOn" when Value(element) is { } parent:
                _basedOn[_style] = parent;
                break;
            case "strike" or "dstrike" or "vanish" when Hides(element):
                _hiding.Add(_style);
                break;
            default:
                break;
        }
    }

    private bool IsHiding(string style)
    {
        for (var i = 0; i < MostAncestors; i++)
        {
            if (_hiding.Contains(style))
                return true;
            if (!_basedOn.TryGetValue(style, out style!))
                return false;
        }
        return false;
    }

    private static string? Value(XmlReader element) => element.GetAttribute("val", element.NamespaceURI);
}
