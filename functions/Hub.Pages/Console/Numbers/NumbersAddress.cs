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
        return $"{Page}/{Name(table)}{Ending}?from={span.From}&to={span.To}";
    }

    /// <summary>What a table is called in its address.</summary>
    public static string Name(NumbersTable table) => table.ToString().ToLowerInvariant();

    /// <summary>What its file is called where somebody keeps it.</summary>
    public static string File(NumbersTable table, MonthSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return $"{Name(table)}-{span.From}-{span.To}{Ending}";
    }
}
