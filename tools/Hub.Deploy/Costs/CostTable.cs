using System.Globalization;
using Hub.Deploy.Planning;

namespace Hub.Deploy.Costs;

/// <summary>The table of docs/scale-and-cost.md.</summary>
internal static class CostTable
{
    public static string Of(CostSheet sheet, Func<string, Plan> planOfSize)
    {
        var columns = sheet.Columns.Select(c => sheet.Of(planOfSize(c.Value), c.Key)).ToList();
        var rule = string.Concat(Enumerable.Repeat("---|", columns.Count + 1));
        var head = $"| part (unit) | {string.Join(" | ", sheet.Columns.Keys)} |\n|{rule}\n";
        var rows = sheet.Parts.Select((p, i) => $"| {p.Part} ({p.Unit}) | {string.Join(" | ", columns.Select(c => Cell(c[i])))} |\n");
        var years = columns.Select(c => $"**{Amount(c.Sum(l => l.Year))}**");
        return $"{head}{string.Concat(rows)}| **a year** | {string.Join(" | ", years)} |\n";
    }

    private static string Cell(CostLine line) => line.Year == 0 ? "none" : $"{line.Arithmetic} = {Amount(line.Year)}";

    private static string Amount(double year) => year.ToString("N0", CultureInfo.InvariantCulture);
}
