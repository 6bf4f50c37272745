using System.Globalization;
using System.Xml;
using Hub.Intake.Files.Unpacking;

namespace Hub.Intake.Files.Text;

/// <summary>
/// Which properties of a Word document keep a text from being read, being hidden or struck out, and which raise it above the line (ECMA-376
/// part 1 §17.3.2).
/// </summary>
internal sealed class WordStyles
{
    private const int MostAncestors = 10;

    // In half points: less, nobody sees.
    private const int LeastUp = 4;
    private readonly HashSet<string> _hiding = new(StringComparer.Ordinal);
    private readonly HashSet<string> _raising = new(StringComparer.Ordinal);
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
        ? Value(property) is { } style && IsAmong(_hiding, style)
        : property.LocalName is "strike" or "dstrike" or "vanish" && Value(property) is not ("0" or "false" or "off" or "none");

    /// <summary>
    /// Whether a property of a run, or the style that one names, raises its text or puts it back on the line; null for other properties.
    /// </summary>
    public bool? Raises(XmlReader property) => property.LocalName switch
    {
        "rStyle" => Value(property) is { } style && IsAmong(_raising, style),
        "vertAlign" => Value(property) == "superscript",
        "position" when int.TryParse(Value(property), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var up) =>
            up >= LeastUp,
        _ => null,
    };

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
            case "vertAlign" or "position" when Raises(element) == true:
                _raising.Add(_style);
                break;
            default:
                break;
        }
    }

    private bool IsAmong(HashSet<string> styles, string style)
    {
        for (var i = 0; i < MostAncestors; i++)
        {
            if (styles.Contains(style))
                return true;
            if (!_basedOn.TryGetValue(style, out style!))
                return false;
        }
        return false;
    }

    private static string? Value(XmlReader element) => element.GetAttribute("val", element.NamespaceURI);
}
