using System.Globalization;

namespace Hub.Intake.Files.Text;

/// <summary>
/// Which styles of an OpenDocument text keep a text from being read, being hidden or struck out, and which raise it above the line. What a
/// style does not say, its parent says.
/// </summary>
internal sealed class OdtStyles
{
    private const int MostAncestors = 10;

    // Less than this, in percent of a line, nobody sees.
    private const double LeastUp = 10;
    private readonly Dictionary<(string Family, string Name), Style> _styles = [];
    private Style? _style;

    /// <summary>Begins a style; what comes of properties is its.</summary>
    public void Begin(string? family, string? name, string? parent) =>
        _style = family is null || name is null ? null : _styles[(family, name)] = new() { Parent = parent };

    /// <summary>Begins a style of another kind: what comes of properties is none of those that are kept.</summary>
    public void BeginOther() => _style = null;

    /// <summary>Takes the properties of the text of the style that was begun.</summary>
    public void Take(Func<string, string?> property)
    {
        if (_style is null)
            return;
        _style.Hides = (property("display"), property("text-line-through-style") ?? property("text-line-through-type")) switch
        {
            ("none", _) => true,
            (_, null) => null,
            var (_, line) => line != "none",
        };
        _style.Raises = property("text-position") is { } position ? IsUp(position) : (bool?)null;
    }

    /// <summary>Whether a style hides its text.</summary>
    public bool Hides(string family, string? name) => Says(family, name, s => s.Hides);

    /// <summary>Whether a style raises its text.</summary>
    public bool Raises(string family, string? name) => Says(family, name, s => s.Raises);

    private bool Says(string family, string? name, Func<Style, bool?> what)
    {
        for (var i = 0; i < MostAncestors && name is not null && _styles.TryGetValue((family, name), out var style); i++)
        {
            if (what(style) is { } said)
                return said;
            name = style.Parent;
        }
        return false;
    }

    // ODF 1.3 part 3 §20.402: a word, or how far up in percent, and how large.
    private static bool IsUp(string position) => position.StartsWith("super", StringComparison.Ordinal)
        || (position.Split('%') is [var up, _, ..]
            && double.TryParse(up, CultureInfo.InvariantCulture, out var percent) && percent >= LeastUp);

    private sealed class Style
    {
        public string? Parent { get; init; }

        public bool? Hides { get; set; }

        public bool? Raises { get; set; }
    }
}
