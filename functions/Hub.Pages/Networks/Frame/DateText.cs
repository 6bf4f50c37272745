using System.Globalization;
using Hub.Pages.Texts;

namespace Hub.Pages.Networks.Frame;

/// <summary>A date that may be a day, a month, a year or words.</summary>
internal static class DateText
{
    /// <summary>In a language; nothing for nothing.</summary>
    public static string Of(string? date, Labels labels)
    {
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return labels.Day(day);
        return DateOnly.TryParseExact(date, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? labels.Month(month)
            : date ?? "";
    }
}
