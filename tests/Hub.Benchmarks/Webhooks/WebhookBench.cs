using System.Diagnostics;
using Hub.Delivery.Webhooks;
using Hub.Register.Log;

namespace Hub.Benchmarks.Webhooks;

/// <summary>
/// Deliveries to endpoints that have a stretch of the log to catch up, beside a loop that signs and posts the
/// same bodies and keeps nothing.
/// </summary>
internal static class WebhookBench
{
    // As many as host.json lets run at once.
    private const int Concurrency = 16;
    private const int Burst = 500;
    private const int Rounds = 5;

    public static async Task Run(Report report, bool quick)
    {
        await using var hub = await WebhookHub.Start();
        await WarmUp(hub);
        var head = 0;
        foreach (var (endpoints, events) in quick ? [(1, 500), (100, 20)] : new[] { (1, 2000), (100, 200), (1000, 50) })
        {
            Report.Step($"webhooks: {endpoints:N0} endpoints, {events} events each");
            var made = await hub.Make(endpoints);
            await CatchUp(report, hub, made, events);
            await OneEvent(report, hub, made);
            head += endpoints;
        }
        await Idle(report, hub, head);
    }

    private static async Task CatchUp(Report report, WebhookHub hub, IReadOnlyList<Endpoint> endpoints, int count)
    {
        var events = await hub.Grow(count);
        var total = endpoints.Count * count;
        var operations = hub.StorageOperations;
        var delivered = await Time(endpoints, hub.Run);
        var each = (hub.StorageOperations - operations) / (double)total;
        var bare = await Time(endpoints, e => All(hub, e, events));
        // Both sides again, in turn: the best of each counts, so that neither gains by what ran compiled or alone.
        for (var again = 1; again < Rounds; again++)
        {
            await hub.SetBack(endpoints, events[0].Sequence - 1);
            delivered = Math.Min(delivered, await Time(endpoints, hub.Run));
            bare = Math.Min(bare, await Time(endpoints, e => All(hub, e, events)));
        }
        var which = $"{endpoints.Count:N0} endpoints, {count:N0} events each";
        report.Add(
            $"(h) deliveries a second, {which}, of a bare loop that signs and posts the same", Report.Ratio(bare / delivered),
            "at least 0.7", $"{total / delivered:0}; {total / bare:0}");
        var reading = Stopwatch.StartNew();
        await hub.ReadLog(events, Burst);
        var stored = reading.Elapsed.TotalSeconds + await Time(endpoints, e => Stored(hub, e, events));
        stored = Math.Min(stored, await Time(endpoints, e => Stored(hub, e, events)));
        report.Add(
            $"(h) the same, {endpoints.Count:N0}, of a bare loop with the same storage operations bare", Report.Ratio(stored / delivered),
            "", $"{total / delivered:0}; {total / stored:0}");
        report.Add($"(h) storage operations a delivery, {endpoints.Count:N0}", Report.Number(each, "0.000"));
    }

    private static async Task OneEvent(Report report, WebhookHub hub, IReadOnlyList<Endpoint> endpoints)
    {
        hub.Taken.Clear();
        var e = (await hub.Grow(1))[0];
        var (operations, committed) = (hub.StorageOperations, Stopwatch.GetTimestamp());
        await Time(endpoints, hub.Run);
        var spent = (hub.StorageOperations - operations) / (double)endpoints.Count;
        var late = new Timings();
        foreach (var at in hub.Taken)
            late.Add(Stopwatch.GetElapsedTime(committed, at).TotalMilliseconds);
        var bare = await Time(endpoints, endpoint => hub.Bare(endpoint, e));
        report.Add(
            $"(h) one event to {endpoints.Count:N0} endpoints, of a bare loop that signs and posts it",
            $"{Report.Ratio(late.Percentile(1) / 1000 / bare)} times", "",
            $"commit to receipt {late.Spread}; all after {Report.Number(late.Percentile(1))} ms, {Report.Number(bare * 1000)} ms");
        report.Add($"(h) one event, storage operations a delivery, {endpoints.Count:N0}", Report.Number(spent));
    }

    private static async Task Idle(Report report, WebhookHub hub, int endpoints)
    {
        var operations = hub.StorageOperations;
        await hub.Cursors.All(CancellationToken.None);
        report.Add(
            $"(h) a sweep over {endpoints:N0} idle endpoints, storage operations", $"{hub.StorageOperations - operations}",
            "none an endpoint");
    }

    private static async Task Stored(WebhookHub hub, Endpoint endpoint, IReadOnlyList<DirectoryEvent> events)
    {
        foreach (var burst in events.Chunk(Burst))
            await hub.BareWithStorage(endpoint, burst);
    }

    private static async Task All(WebhookHub hub, Endpoint endpoint, IReadOnlyList<DirectoryEvent> events)
    {
        foreach (var e in events)
            await hub.Bare(endpoint, e);
    }

    private static async Task<double> Time(IReadOnlyList<Endpoint> endpoints, Func<Endpoint, Task> work)
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(endpoints, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (e, _) => await work(e));
        return clock.Elapsed.TotalSeconds;
    }

    // Until both sides run compiled to the end.
    private static async Task WarmUp(WebhookHub hub)
    {
        var endpoints = await hub.Make(16);
        for (var i = 0; i < 3; i++)
        {
            var events = await hub.Grow(60);
            await Time(endpoints, hub.Run);
            await Time(endpoints, e => All(hub, e, events));
        }
        foreach (var endpoint in endpoints)
        {
            await hub.Endpoints.Delete(endpoint.Id, CancellationToken.None);
            await hub.Cursors.Delete(WebhookChannel.ChannelName, endpoint.Id, CancellationToken.None);
        }
    }
}
