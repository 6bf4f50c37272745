using System.Globalization;
using System.Text;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>What was measured: printed as it comes, and written to docs/benchmarks.md.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Measured, string Aim)> _rows = [];

    public void Add(string what, string measured, string aim = "")
    {
        _rows.Add((what, measured, aim));
        Console.WriteLine($"{what,-62} {measured,-28} {aim}");
    }

    public static void Step(string what) => Console.WriteLine($"… {what}");

    public static string Number(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);

    public void Write()
    {
        var page = new StringBuilder("""
            # Benchmarks

            Measured by `./hub bench` in one run, with Azurite in memory, all processes on one shared machine of two cores. Ratios and counts carry over to
            another machine; times do not.

            | what | measured | aim |
            |---|---|---|

            """);
        foreach (var (what, measured, aim) in _rows)
            page.Append(CultureInfo.InvariantCulture, $"| {what} | {measured} | {aim} |\n");
        var file = Repository.PathTo("docs", "benchmarks.md");
        File.WriteAllText(file, page.ToString());
        Console.WriteLine($"Written to {file}.");
    }
}
