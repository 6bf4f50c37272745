using System.Globalization;

namespace Hub.Notices.Numbers;

/// <summary>A month of the calendar, UTC.</summary>
/// <param name="First">Its first day.</param>
public readonly record struct Month(DateOnly First) : IComparable<Month>
{
    private const string Form = "yyyy-MM";

    /// <summary>The month of a time.</summary>
    public static Month Of(DateTimeOffset time) => new(new DateOnly(time.UtcDateTime.Year, time.UtcDateTime.Month, 1));

    /// <summary>Reads <c>2026-03</c>.</summary>
    public static bool TryParse(string? text, out Month month)
    {
        var isMonth = DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        month = new(first);
        return isMonth;
    }

    /// <summary>The month so many months later.</summary>
    public Month Plus(int months) => new(First.AddMonths(months));

    /// <summary>The moment at which it is over.</summary>
    public DateTimeOffset End() => new(First.AddMonths(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <inheritdoc/>
    public int CompareTo(Month other) => First.CompareTo(other.First);

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(Month left, Month right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(Month left, Month right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is another or comes before it.</summary>
    public static bool operator <=(Month left, Month right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is another or comes after it.</summary>
    public static bool operator >=(Month left, Month right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public override string ToString() => First.ToString(Form, CultureInfo.InvariantCulture);
}

/// <summary>Some months in a row.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last, no earlier than the first.</param>
public sealed record MonthSpan(Month From, Month To)
{
    /// <summary>Its months.</summary>
    public IReadOnlyList<Month> Months { get; } = [.. Each(From, To)];

    /// <summary>Whether a time is in it.</summary>
    public bool Contains(DateTimeOffset time) => Month.Of(time) is var month && month >= From && month <= To;

    private static IEnumerable<Month> Each(Month from, Month to)
    {
        for (var month = from; month <= to; month = month.Plus(1))
            yield return month;
    }
}
