using System.Globalization;
using System.Text;
using Hub.LocalProcesses;

namespace Hub.Benchmarks;

/// <summary>What was measured: printed as it comes, and written to docs/benchmarks.md.</summary>
internal sealed class Report
{
    private readonly List<(string What, string Result, string Aim, string From)> _rows = [];

    /// <param name="what">What was measured; where the result is a ratio, beside what.</param>
    /// <param name="result">A ratio or a count.</param>
    /// <param name="aim">What it should be.</param>
    /// <param name="from">The figures that the result was made of: those of the hub, then those of its floor.</param>
    public void Add(string what, string result, string aim = "", string from = "")
    {
        _rows.Add((what, result, aim, from));
        Console.WriteLine($"{what,-80} {result,-28} {aim,-16} {from}");
    }

    public static void Step(string what) => Console.WriteLine($"… {what}");

    public static string Number(double value, string format = "0.0") => value.ToString(format, CultureInfo.InvariantCulture);

    public static string Ratio(double value) => Number(value, "0.00");

    public void Write()
    {
        var page = new StringBuilder(ReportText.Before);
        foreach (var (what, result, aim, from) in _rows)
            page.Append(CultureInfo.InvariantCulture, $"| {what} | {result} | {aim} | {from} |\n");
        page.Append(ReportText.After);
        var file = Repository.PathTo("docs", "benchmarks.md");
        // What mutations show is written by hand, and how notes are read by `./hub bench --reading`: both parts stay.
        var others = File.ReadAllText(file) is var before && before.IndexOf("\n## Mutations", StringComparison.Ordinal) is >= 0 and var at
            ? before[at..]
            : "";
        File.WriteAllText(file, page.ToString().TrimEnd() + "\n" + others);
        Console.WriteLine($"Written to {file}.");
    }
}
