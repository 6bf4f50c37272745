using MimeKit.Text;

namespace Hub.Intake.Mails.Html;

/// <summary>What is declared for an element: by the style sheets, by its own style, by attributes from before there were styles.</summary>
internal static class ElementStyle
{
    /// <summary>The declarations that hold.</summary>
    /// <param name="tag">The element.</param>
    /// <param name="sheet">The style sheets.</param>
    /// <param name="isUnsure">Whether a rule that holds on some screens only may hide it.</param>
    public static IReadOnlyDictionary<string, string> Of(HtmlTagToken tag, StyleSheet sheet, out bool isUnsure)
    {
        var declared = new Dictionary<string, string>();
        isUnsure = false;
        if (tag.Attributes.Count == 0 && sheet.IsEmpty)
            return declared;
        Set(declared, OfAttributes(tag));
        var rules = sheet.About(ProtocolName.Lower(tag.Name), Value(tag, "id"), Classes(tag));
        isUnsure = rules.Any(r => r.IsUnsure);
        var certain = rules.Where(r => !r.IsConditional).SelectMany(r => r.Declarations).ToList();
        var own = Value(tag, "style") is { } style ? Declarations.Of(style) : [];
        Set(declared, certain.Where(d => !d.IsImportant));
        Set(declared, own.Where(d => !d.IsImportant));
        Set(declared, certain.Where(d => d.IsImportant));
        Set(declared, own.Where(d => d.IsImportant));
        return declared;
    }

    private static void Set(Dictionary<string, string> declared, IEnumerable<Declaration> declarations)
    {
        foreach (var one in declarations)
            declared[one.Property] = one.Value;
    }

    private static List<Declaration> OfAttributes(HtmlTagToken tag)
    {
        var declarations = new List<Declaration>();
        foreach (var attribute in tag.Attributes)
        {
            var property = ProtocolName.Lower(attribute.Name) switch
            {
                "bgcolor" => "background-color",
                "color" when tag.Id == HtmlTagId.Font => "color",
                "text" when tag.Id == HtmlTagId.Body => "color",
                "background" => "background-image",
                _ => null,
            };
            if (property is not null && attribute.Value?.Trim() is { Length: > 0 } value)
                declarations.Add(new(property, Colour(ProtocolName.Lower(value), property), false));
        }
        return declarations;
    }

    // Old colours may lack their sign.
    private static string Colour(string value, string property) =>
        property != "background-image" && value.Length == 6 && value.All(char.IsAsciiHexDigit) ? $"#{value}" : value;

    private static List<string> Classes(HtmlTagToken tag) =>
        [
            .. (Value(tag, "class") ?? "")
                .Split([' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries)
                .Take(20)
                .Select(ProtocolName.Lower),
        ];

    // Style sheets are read in lower case: an id that differs in that only is taken for the same.
    private static string? Value(HtmlTagToken tag, string name) =>
        tag.Attributes.FirstOrDefault(a => a.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value is { } value
            ? name == "id" ? ProtocolName.Lower(value) : value
            : null;
}
