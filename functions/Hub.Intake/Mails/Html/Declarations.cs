using System.Text.RegularExpressions;

namespace Hub.Intake.Mails.Html;

/// <summary>The declarations of a style: <c>display: none; color: white</c>.</summary>
internal static partial class Declarations
{
    private const int Most = 200;

    /// <summary>Those of a text, the property's name in lower case; of shorthands the long name that they stand for here.</summary>
    public static IReadOnlyList<Declaration> Of(string text) =>
    [
        .. Comments().Replace(text, " ").Split(';').Take(Most).Select(One).OfType<Declaration>(),
    ];

    private static Declaration? One(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
            return null;
        var value = ProtocolName.Lower(text[(colon + 1)..].Trim());
        var important = value.EndsWith("important", StringComparison.Ordinal) && value.Contains('!', StringComparison.Ordinal);
        return new(
            LongName(ProtocolName.Lower(text[..colon].Trim())),
            important ? value[..value.LastIndexOf('!')].Trim() : value,
            important);
    }

    private static string LongName(string name) => name switch
    {
        "background" => "background-color",
        "text-decoration-line" => "text-decoration",
        "overflow-x" or "overflow-y" => "overflow",
        "-webkit-text-fill-color" => "color",
        "-webkit-transform" or "-ms-transform" or "-moz-transform" => "transform",
        "-webkit-clip-path" => "clip-path",
        "-webkit-mask" or "mask-image" or "-webkit-mask-image" => "mask",
        _ => name,
    };

    [GeneratedRegex(@"/\*[\s\S]*?(?:\*/|$)")]
    private static partial Regex Comments();
}

/// <summary>One declaration.</summary>
/// <param name="Property">The property.</param>
/// <param name="Value">Its value, in lower case.</param>
/// <param name="IsImportant">Whether it stands above others.</param>
internal sealed record Declaration(string Property, string Value, bool IsImportant);
