using System.Drawing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Intake.Mails.Html;

/// <summary>A colour of a style; one that is not understood is none.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
/// <param name="Alpha">0, which nobody sees, to 1.</param>
internal readonly partial record struct Paint(double Red, double Green, double Blue, double Alpha)
{
    private const double LeastSeen = 0.15;
    private const double LeastContrast = 1.35;

    /// <summary>White.</summary>
    public static Paint White { get; } = new(255, 255, 255, 1);

    /// <summary>Black.</summary>
    public static Paint Black { get; } = new(0, 0, 0, 1);

    /// <summary>Whether it is so light that it is made for another background than that of a page.</summary>
    public bool IsLight => Alpha < LeastSeen || !IsSeenOn(White);

    /// <summary>Whether black cannot be read on it.</summary>
    public bool IsDark => Alpha >= LeastSeen && !Black.IsSeenOn(this);

    /// <summary>Whether a text of this colour can be seen on another (WCAG 2.2, contrast ratio).</summary>
    public bool IsSeenOn(Paint ground)
    {
        var (one, other) = (Luminance, ground.Luminance);
        return Alpha >= LeastSeen && (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05) >= LeastContrast;
    }

    /// <summary>The colour that a value is; null where it is not understood.</summary>
    public static Paint? Of(string value) => value switch
    {
        "transparent" => new(0, 0, 0, 0),
        "windowtext" or "initial" or "black" => Black,
        "window" or "white" => White,
        _ when Hex().Match(value) is { Success: true } hex => OfHex(hex.Groups[1].Value),
        _ when Function().Match(value) is { Success: true } function => OfNumbers(function),
        _ when Name().IsMatch(value) && Color.FromName(value) is { IsKnownColor: true, IsSystemColor: false } known =>
            new(known.R, known.G, known.B, 1),
        _ => null,
    };

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(double part) => part / 255 <= 0.04045 ? part / 255 / 12.92 : Math.Pow(((part / 255) + 0.055) / 1.055, 2.4);

    private static Paint? OfHex(string digits)
    {
        var full = digits.Length <= 4 ? string.Concat(digits.Select(d => new string(d, 2))) : digits;
        return full.Length is 6 or 8 ? new(Part(full, 0), Part(full, 2), Part(full, 4), full.Length == 8 ? Part(full, 6) / 255 : 1) : null;
    }

    private static double Part(string hex, int at) => int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static Paint? OfNumbers(Match function)
    {
        var parts = function.Groups[1].Value.Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToList();
        return parts.Count is 3 or 4 && !parts.Contains(null)
            ? new(parts[0]!.Value, parts[1]!.Value, parts[2]!.Value, Share(parts.ElementAtOrDefault(3) ?? 1))
            : null;
    }

    private static double Share(double number) => number > 1 ? number / 255 : number;

    private static double? Number(string text)
    {
        var isShare = text.EndsWith('%');
        return double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? isShare ? number * 2.55 : number
            : null;
    }

    [GeneratedRegex("^#([0-9a-f]{3,8})$", RegexOptions.NonBacktracking)]
    private static partial Regex Hex();

    [GeneratedRegex(@"^rgba?\(([^()]{1,60})\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Function();

    [GeneratedRegex("^[a-z]{3,30}$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
