using System.Globalization;

namespace Hub.Intake.Mails.Html;

/// <summary>What styles make of a text: whether a person sees it, and whether the hub can tell.</summary>
internal sealed record SeenStyle
{
    private const double SmallestLetter = 3;
    private const double LeastSeen = 0.15;
    private const double OffThePage = 400;
    private const double Line = 2;
    private static readonly string[] Nothing = ["none", "normal", "auto", "initial", "inherit", "unset", "0", "1", ""];

    /// <summary>Of a page without styles.</summary>
    public static SeenStyle Page { get; } = new();

    /// <summary>Whether it is taken away, with everything in it.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether what a person sees cannot be told.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Whether it stands above or below the line.</summary>
    public bool IsRaised { get; init; }

    private bool IsInvisible { get; init; }

    private double Size { get; init; } = 16;

    // None where the colour is not understood.
    private Paint? Ink { get; init; } = Paint.Black;

    // None where it is a picture.
    private Paint? Ground { get; init; } = Paint.White;

    /// <summary>Whether a person sees it.</summary>
    public bool IsSeen => !IsGone && !IsInvisible && Size >= SmallestLetter
        && (Ink is not { } ink || Ground is not { } ground || ink.IsSeenOn(ground));

    /// <summary>Whether declarations may keep a text from being seen, wherever it stands.</summary>
    public static bool IsSuspicious(IEnumerable<Declaration> declarations)
    {
        var style = Page.With(declarations.GroupBy(d => d.Property).ToDictionary(g => g.Key, g => g.Last().Value), isInline: true);
        return !style.IsSeen || style.IsUnsure || style.Ground is { IsDark: true };
    }

    /// <summary>The style of an element within this one.</summary>
    public SeenStyle With(IReadOnlyDictionary<string, string> declared, bool isInline)
    {
        var style = this;
        foreach (var (property, value) in declared)
            style = style.With(property, value, declared, isInline, Size);
        // Ink and ground that are not known are no fault before there is a text.
        return style.Ink is null || style.Ground is null ? style with { IsUnsure = true } : style;
    }

    private SeenStyle With(string property, string value, IReadOnlyDictionary<string, string> declared, bool isInline, double parent) =>
        property switch
    {
        "display" or "content-visibility" or "mso-hide" => value is "none" or "hidden" or "all" ? Gone : this,
        "visibility" => value is "inherit" or "unset" ? this : this with { IsInvisible = value is "hidden" or "collapse" },
        "opacity" => Number(value) is { } share ? share < LeastSeen ? Gone : this : Nothing.Contains(value) ? this : Unsure,
        "text-decoration" => value.Contains("line-through", StringComparison.Ordinal) ? Gone : this,
        "font-size" => Lengths.FontSize(value, parent) is { } size ? this with { Size = size } : Unsure,
        "font" => value.Split([' ', '/']).Select(v => Lengths.Of(v, parent, parent)).FirstOrDefault(l => l is not null) is { } size
            ? this with { Size = size } : this,
        "height" or "max-height" or "width" or "max-width" => Lengths.Of(value, 16, 800) <= Line ? Squeezed(declared) : this,
        "clip" or "clip-path" => Nothing.Contains(value) ? this : Clips(value) ? Gone : Unsure,
        "transform" or "scale" or "zoom" => Nothing.Contains(value) && value != "0" ? this : Shrinks(value) ? Gone : Unsure,
        "rotate" or "translate" or "filter" or "mask" or "offset-path" or "order" or "all" => Nothing.Contains(value) ? this : Unsure,
        "left" or "right" or "top" or "bottom" or "inset" or "margin" or "margin-left" or "margin-right" or "margin-top" or "text-indent" =>
            Moved(property, value, declared),
        "letter-spacing" or "word-spacing" => Lengths.Of(value, Size, Size) < -Line ? Unsure : this,
        "position" => value is "absolute" or "fixed" or "sticky" ? Unsure : this,
        "float" => isInline && !Nothing.Contains(value) ? Unsure : this,
        "unicode-bidi" or "flex-direction" or "flex-flow" =>
            value.Contains("override", StringComparison.Ordinal) || value.Contains("reverse", StringComparison.Ordinal) ? Unsure : this,
        "vertical-align" => this with { IsRaised = value is "super" or "sub" },
        "color" => value is "inherit" or "unset" or "currentcolor" ? this : this with { Ink = Paint.Of(value) },
        "background-color" => OnGround(value),
        "background-image" => Nothing.Contains(value) ? this : this with { Ground = null },
        // An escape spells a name in another way.
        _ => property.Contains('\\', StringComparison.Ordinal) ? Unsure : this,
    };

    private SeenStyle Gone => this with { IsGone = true };

    private SeenStyle Unsure => this with { IsUnsure = true };

    // What is too large for its box is shown outside of it, unless it is cut off.
    private SeenStyle Squeezed(IReadOnlyDictionary<string, string> declared) =>
        declared.TryGetValue("overflow", out var overflow) && overflow is not ("visible" or "initial" or "unset") ? Gone : Unsure;

    private SeenStyle Moved(string property, string value, IReadOnlyDictionary<string, string> declared)
    {
        var far = value.Split(' ').Select(v => Lengths.Of(v, Size, 800)).Max(l => Math.Abs(l ?? 0));
        var isOffset = property is "left" or "right" or "inset" && declared.GetValueOrDefault("position") == "relative";
        return far >= OffThePage ? Gone : isOffset && far > Line ? Unsure : this;
    }

    private SeenStyle OnGround(string value)
    {
        if (value.Contains("url(", StringComparison.Ordinal) || value.Contains("gradient", StringComparison.Ordinal))
            return this with { Ground = null };
        if (Nothing.Contains(value))
            return this;
        var whole = Paint.Of(value) ?? value.Split(' ').Select(Paint.Of).FirstOrDefault(p => p is not null);
        return whole is not { } paint ? this with { Ground = null } : paint.Alpha < LeastSeen ? this : this with { Ground = paint };
    }

    private static bool Clips(string value)
    {
        var inner = value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')');
        var first = inner.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        return value.StartsWith("inset(", StringComparison.Ordinal) ? Lengths.Of(first, 16, 100) >= 50
            : (value.StartsWith("circle(", StringComparison.Ordinal) || value.StartsWith("ellipse(", StringComparison.Ordinal))
                && Lengths.Of(first, 16, 100) == 0;
    }

    private static bool Shrinks(string value)
    {
        var at = value.IndexOf("scale", StringComparison.Ordinal);
        var numbers = at < 0 ? value : value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(')')[0];
        return (at >= 0 || Number(value) is not null)
            && numbers.Split([' ', ',']).Any(n => Number(n) is { } share && Math.Abs(share) < LeastSeen);
    }

    private static double? Number(string text) =>
        double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? text.EndsWith('%') ? number / 100 : number
            : null;
}
