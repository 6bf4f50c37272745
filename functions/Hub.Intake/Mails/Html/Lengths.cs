using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Intake.Mails.Html;

/// <summary>Lengths of styles, in pixels.</summary>
internal static partial class Lengths
{
    /// <summary>A length; null where it is none, or is not understood.</summary>
    /// <param name="value">As written.</param>
    /// <param name="font">The size of the letters round it.</param>
    /// <param name="whole">What 100 % is.</param>
    public static double? Of(string value, double font, double whole)
    {
        if (Length().Match(value) is not { Success: true } match
            || !double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        double? unit = match.Groups[2].Value switch
        {
            "" or "px" => 1,
            "pt" => 4.0 / 3,
            "pc" => 16,
            "in" => 96,
            "cm" => 37.8,
            "mm" => 3.78,
            "q" => 0.945,
            "em" => font,
            "rem" => 16,
            "ex" or "ch" => font / 2,
            "%" => whole / 100,
            "vw" or "vh" or "vmin" or "vmax" => 8,
            _ => null,
        };
        return number == 0 ? 0 : number * unit;
    }

    /// <summary>The size of letters that a value says; null where it is not understood.</summary>
    public static double? FontSize(string value, double parent) => value switch
    {
        "xx-small" => 9,
        "x-small" => 10,
        "small" => 13,
        "medium" or "initial" => 16,
        "large" => 18,
        "x-large" => 24,
        "xx-large" or "xxx-large" => 32,
        "smaller" => parent / 1.2,
        "larger" => parent * 1.2,
        "inherit" or "unset" or "" => parent,
        _ => Of(value, parent, parent),
    };

    [GeneratedRegex(@"^([+-]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9})(?:e[+-]?\d{1,3})?)([a-z]{0,4}|%)$")]
    private static partial Regex Length();
}
