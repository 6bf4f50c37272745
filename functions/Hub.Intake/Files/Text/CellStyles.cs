using System.Globalization;
using System.Xml;

namespace Hub.Intake.Files.Text;

/// <summary>
/// Which cells of a workbook show a number as a date or a time of day (ECMA-376 part 1 §18.8.30), or strike out what they hold.
/// </summary>
internal sealed class CellStyles
{
    private const int SecondsOfADay = 86_400;
    private static readonly DateTime First = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime First1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private readonly HashSet<int> _dates =
        [.. Enumerable.Range(14, 9), .. Enumerable.Range(27, 10), .. Enumerable.Range(45, 3), .. Enumerable.Range(50, 9)];
    private readonly List<(int Number, int Font)> _formats = [];
    private readonly List<bool> _struckFonts = [];
    private bool _cells;
    private bool _fonts;

    /// <summary>Whether days are counted from 1904.</summary>
    public bool Since1904 { get; set; }

    /// <summary>Takes what an element of the styles says.</summary>
    public void Take(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "numFmt" when Number(reader, "numFmtId") is { } id && IsDate(reader.GetAttribute("formatCode") ?? ""):
                _dates.Add(id);
                break;
            case "fonts" or "fills" or "borders" or "dxfs":
                _fonts = reader.LocalName == "fonts";
                break;
            case "font" when _fonts:
                _struckFonts.Add(false);
                break;
            case "strike" when _fonts && _struckFonts.Count > 0:
                _struckFonts[^1] = reader.GetAttribute("val") is not ("0" or "false");
                break;
            case "cellXfs" or "cellStyleXfs":
                _cells = reader.LocalName == "cellXfs";
                break;
            case "xf" when _cells:
                _formats.Add((Number(reader, "numFmtId") ?? 0, Number(reader, "fontId") ?? 0));
                break;
            default:
                break;
        }
    }

    /// <summary>A number as its cell shows it: a date as ISO 8601, a time of day as 08:30, anything else as it is.</summary>
    public string Shown(string number, string? style)
    {
        if (FormatOf(style) is not { } format || !_dates.Contains(format.Number)
            || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) || days is < 0 or > 2_900_000)
            return number;
        // Parts of a day are no binary fractions: five o'clock may be stored a hair before five.
        var seconds = Math.Round(days * SecondsOfADay);
        var moment = (Since1904 ? First1904 : First).AddSeconds(seconds);
        return seconds < SecondsOfADay
            ? moment.ToString("HH:mm", CultureInfo.InvariantCulture)
            : moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether a cell of a style strikes out what it holds.</summary>
    public bool Strikes(string? style) => FormatOf(style) is { } format && format.Font < _struckFonts.Count && _struckFonts[format.Font];

    private (int Number, int Font)? FormatOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _formats.Count ? _formats[at] : null;

    private static int? Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Letters in quotation marks or brackets are words and colours.
    private static bool IsDate(string format)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in format)
        {
            quoted ^= c == '"';
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && char.ToLowerInvariant(c) is 'y' or 'd' or 'h')
                return true;
        }
        return false;
    }
}
