using Hub.Notices.Numbers;

namespace Hub.Pages.Console.Numbers;

/// <summary>Addresses of numbers.</summary>
public static class NumbersAddress
{
    /// <summary>The page.</summary>
    public const string Page = "/console/numbers";

    /// <summary>The ending of tables for programs.</summary>
    public const string Ending = ".csv";

    /// <summary>A table for programs.</summary>
    public static string Csv(NumbersTable table, MonthSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return $"{Page}/{table.ToString().ToLowerInvariant()}{Ending}?from={span.From}&to={span.To}";
    }
}
