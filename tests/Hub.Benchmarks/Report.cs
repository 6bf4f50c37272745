using System.Globalization;
using System.Text;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>What was measured: printed as it comes, and written to docs/benchmarks.md.</summary>
internal sealed class Report
{
    private const string Notes = """

        (a) counts the clients and all that the channels do meanwhile, (b) does neither; and the commits of one process go one after the other, because each replaces the head of the log
        (decision 7), while (b) writes eight at a time: the aim is missed. A machine that is busy otherwise slows both alike and makes the ratio look better. (h) is met but for 1,000 endpoints,
        where a run costs some seven storage operations for fifty deliveries: beside a loop with the same operations it is met there too. In (i) the simulator answers a request
        in less than a millisecond, which no mailbox of Exchange does; what is measured is the hub's own work on a mail.

        Editions are HTML and XLSX in six languages each, and PDF in four.

        `--notices`, `--reads`, `--editions`, `--documents`, `--webhooks` and `--mail` measure a part (give it first); `--quick` behind it measures less and writes nothing. Without it
        `--notices` and `--reads` write this page anew with their part alone. `--editions --out FOLDER` keeps the files of the first edition.

        """;

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
        page.Append(Notes);
        var file = Repository.PathTo("docs", "benchmarks.md");
        File.WriteAllText(file, page.ToString());
        Console.WriteLine($"Written to {file}.");
    }
}
