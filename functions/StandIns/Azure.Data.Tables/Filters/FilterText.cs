using System.Globalization;

namespace Azure.Data.Tables.Filters;

/// <summary>Filters from interpolated strings: the values are quoted as their types ask for.</summary>
internal static class FilterText
{
    internal static string Of(FormattableString filter) =>
        string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Literal)]);

    internal static string Literal(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        double number when double.IsFinite(number) => Fraction(number.ToString("R", CultureInfo.InvariantCulture)),
        Guid id => $"guid'{id}'",
        DateTimeOffset time => Time(time.UtcDateTime),
        DateTime time => Time(time.ToUniversalTime()),
        null => throw new ArgumentException("A filter compares with a value: tables hold no null to compare with."),
        Enum => throw new ArgumentException($"A filter takes an enum as its text: write {{value.ToString()}}."),
        _ => throw new ArgumentException(
            $"A filter cannot take this {value.GetType().Name}: use string, bool, int, long, finite double, Guid or DateTimeOffset."),
    };

    private static string Time(DateTime time) => $"datetime'{time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)}Z'";

    // Without a fraction or an exponent the service takes a number for an Int32.
    private static string Fraction(string number) => number.AsSpan().IndexOfAny('.', 'E') < 0 ? $"{number}.0" : number;
}
