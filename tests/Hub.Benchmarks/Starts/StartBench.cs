using System.Diagnostics;
using Hub.Benchmarks.Floors;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Starts;

/// <summary>From the start of host and worker to the first answer: the hub's functions beside the empty ones, in turn.</summary>
internal static class StartBench
{
    public static async Task Run(Report report, bool quick)
    {
        Report.Step("starting a hub, and the empty functions");
        var clock = Stopwatch.StartNew();
        await using var hub = await LocalHub.Start(
            new() { SweepSchedule = "0 * * * * *", Functions = Repository.Ahead("functions", "Hub.Functions") });
        var whole = clock.Elapsed;
        await using var empty = await EmptyApp.Start(app: Repository.Ahead("tests", "Hub.Benchmarks.App"));
        await hub.Functions.Kill();
        await empty.Kill();
        var (hubs, floors) = (new List<FirstAnswer>(), new List<FirstAnswer>());
        for (var round = 0; round < (quick ? 3 : 11); round++)
        {
            hubs.Add(await FirstAnswer.Of(hub.Functions.Launch, "healthz"));
            await hub.Functions.Kill();
            floors.Add(await FirstAnswer.Of(empty.Launch, "answer"));
            await empty.Kill();
        }
        Compare(
            report,
            "(e) start of host and worker to the first answer, of the empty functions'",
            hubs,
            floors,
            f => f.After,
            "at most 1.3");
        Compare(report, "(e) processor time of both until then", hubs, floors, f => f.OfHost + f.OfWorker);
        Compare(report, "(e) processor time of the worker alone", hubs, floors, f => f.OfWorker);
        report.Add(
            "(e) start of a whole hub, of the empty functions'", $"{Report.Ratio(whole / floors.Min(f => f.After))} times", "",
            $"Azurite, broker, simulators, host and worker one after the other, {Report.Number(whole.TotalSeconds)} s");
    }

    private static void Compare(
        Report report, string what, List<FirstAnswer> hubs, List<FirstAnswer> floors, Func<FirstAnswer, TimeSpan> time, string aim = "")
    {
        var (hub, floor) = (Median(hubs, time), Median(floors, time));
        report.Add(
            what, $"{Report.Ratio(hub / floor)} times", aim,
            $"medians of {hubs.Count}: {Seconds(hub)}, {Seconds(floor)}; the best: {Seconds(hubs.Min(time))}, {Seconds(floors.Min(time))}");
    }

    private static TimeSpan Median(List<FirstAnswer> starts, Func<FirstAnswer, TimeSpan> time) =>
        starts.Select(time).Order().ElementAt(starts.Count / 2);

    private static string Seconds(TimeSpan time) => $"{Report.Number(time.TotalSeconds, "0.00")} s";
}
