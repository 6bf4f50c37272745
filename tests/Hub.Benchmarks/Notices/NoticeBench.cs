using Hub.Benchmarks.Floors;
using Hub.Local;

namespace Hub.Benchmarks.Notices;

/// <summary>Notices from submission to commit, and commits to webhooks, beside the same operations on storage and bus bare.</summary>
internal static class NoticeBench
{
    private const int Concurrency = 8;

    public static async Task Run(Report report, bool quick)
    {
        Report.Step("starting a hub");
        await using var hub = await LocalHub.Start(new() { SweepSchedule = "0 * * * * *", Speed = 6000 });
        await using var floor = await NoticeFloor.Start(hub.Storage.ConnectionString);
        var desk = await Desk.Open(hub);
        var count = quick ? 80 : 400;
        await desk.Designate(count);
        await Timings.Of(10, 1, desk.Through);
        await desk.ChannelsRest();

        Report.Step($"{count} notices, {Concurrency} at a time, and the same operations bare");
        await Together(report, desk, floor, count);
        await desk.ChannelsRest();
        Report.Step("one notice at a time, and its webhook");
        await OneByOne(report, hub, desk, floor, quick ? 20 : 100);
        Report.Step("operations, counted with nothing else running");
        await NoticeCount.Run(report, quick ? 40 : 200, Concurrency);
    }

    private static async Task Together(Report report, Desk desk, NoticeFloor floor, int count)
    {
        var perSecond = await desk.Through(count, Concurrency);
        var bare = await Timings.Of(count, Concurrency, _ => floor.One());
        report.Add(
            "(a) notices a second from submission to commit, of the same operations bare (b)", Report.Ratio(perSecond / bare.PerSecond),
            "at least 0.6", $"{Report.Number(perSecond)}; {Report.Number(bare.PerSecond)}");
    }

    private static async Task OneByOne(Report report, LocalHub hub, Desk desk, NoticeFloor floor, int count)
    {
        using var partner = new HttpClient { BaseAddress = hub.Partner };
        var commits = new Dictionary<long, DateTimeOffset>();
        var toCommit = await Timings.Of(count, 1, async i => commits[await desk.Through(i)] = DateTimeOffset.UtcNow);
        var bare = await Timings.Of(count, 1, _ => floor.One());
        var toWebhook = await Receipts.Since(partner, commits);
        var told = await Timings.Of(count, 1, _ => floor.Tell(partner));
        report.Add(
            "(a) one notice at a time, submission to commit, of the same operations bare",
            $"{Report.Ratio(toCommit.Median / bare.Median)} times", "", $"{toCommit.Spread}; {bare.Spread}");
        report.Add(
            "(c) commit to webhook received, of a bare message and a bare post", $"{Report.Ratio(toWebhook.Median / told.Median)} times",
            "p95 under 1 s", $"{toWebhook.Spread}; {told.Spread}");
    }
}
