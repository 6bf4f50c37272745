using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Local;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>Notices from submission to commit beside the same storage operations bare; commit to webhook; start to first answer.</summary>
internal static class NoticeBench
{
    private const int Concurrency = 8;

    public static async Task Run(Report report, bool quick)
    {
        Report.Step("starting a hub");
        var started = Stopwatch.StartNew();
        // A sweep that runs every second would add its own operations to the count.
        await using var hub = await LocalHub.Start(new() { LogStorage = true, SweepSchedule = "0 * * * * *", Speed = 6000 });
        var whole = started.Elapsed;
        var desk = await Desk.Open(hub);
        var count = quick ? 80 : 400;
        await desk.Designate(count);
        await WarmUp(desk);
        await desk.ChannelsRest();
        Report.Step($"{count} notices, {Concurrency} at a time");
        var operations = new StorageCount(hub.Storage);
        var ids = new string[count];
        var clock = Stopwatch.StartNew();
        await Timings.Of(count, Concurrency, async i => ids[i] = await desk.Submit(i));
        await desk.AllRouted(count);
        var decided = await Timings.Of(count, Concurrency, i => desk.Approve(ids[i]));
        var perSecond = count / clock.Elapsed.TotalSeconds;
        var (tables, blobs, queues) = operations.Since();
        var each = (tables + blobs + queues - desk.Polls) / (double)count;

        Report.Step("the same operations bare");
        var floor = await Floor.Measure(hub.Storage.ConnectionString, count, Concurrency);

        Report.Step("one notice at a time, and its webhook");
        var (toCommit, toWebhook) = await Latencies(hub, desk, quick ? 20 : 100);

        report.Add("(a) notices from submission to commit, per second", Report.Number(perSecond));
        report.Add("(a) one at a time, submission to commit", toCommit.Spread);
        report.Add("(a) decision alone, 8 at a time", decided.Spread);
        report.Add(
            "(a) storage operations a notice",
            $"{Report.Number(each)} (tables {Each(tables - desk.Polls, count)}, blobs {Each(blobs, count)}, queues {Each(queues, count)})",
            "at most 12");
        report.Add("(b) the floor: the same operations bare, per second", Report.Number(floor));
        report.Add("(a) of (b)", Report.Number(perSecond / floor, "0.00"), "at least 0.6");
        report.Add("(c) commit to webhook received", toWebhook.Spread, "p95 under 1 s");
        report.Add("(e) start of the functions to first answer", $"{Report.Number((await Restart(hub)).TotalSeconds)} s");
        report.Add("(e) start of a whole hub, Azurite and simulators included", $"{Report.Number(whole.TotalSeconds)} s");
    }

    private static string Each(int operations, int count) => Report.Number(operations / (double)count);

    private static async Task WarmUp(Desk desk)
    {
        for (var i = 0; i < 10; i++)
            await desk.Through(i);
    }

    private static async Task<(Timings ToCommit, Timings ToWebhook)> Latencies(LocalHub hub, Desk desk, int count)
    {
        var commits = new Dictionary<long, DateTimeOffset>();
        var toCommit = await Timings.Of(count, 1, async i =>
        {
            var sequence = await desk.Through(i);
            commits[sequence] = DateTimeOffset.UtcNow;
        });
        using var http = new HttpClient { BaseAddress = hub.Partner };
        JsonArray received = [];
        await Eventually.True(
            async () =>
            {
                received = (JsonArray)JsonNode.Parse(
                    await http.GetStringAsync(new Uri("control/hooks/bench/received", UriKind.Relative)))!;
                return received.Any(r => Sequence(r!) >= commits.Keys.Max());
            },
            "the webhooks arrive");
        var toWebhook = new Timings();
        foreach (var receipt in received.Where(r => commits.ContainsKey(Sequence(r!))))
            toWebhook.Add(Math.Max(0, (At(receipt!) - commits[Sequence(receipt!)]).TotalMilliseconds));
        return (toCommit, toWebhook);
    }

    private static long Sequence(JsonNode receipt) =>
        long.Parse(((string)receipt["id"]!).AsSpan("evt-".Length), CultureInfo.InvariantCulture);

    private static DateTimeOffset At(JsonNode receipt) =>
        DateTimeOffset.Parse((string)receipt["receivedAt"]!, CultureInfo.InvariantCulture);

    private static async Task<TimeSpan> Restart(LocalHub hub)
    {
        await hub.KillFunctions();
        var clock = Stopwatch.StartNew();
        await hub.StartFunctions();
        return clock.Elapsed;
    }
}
