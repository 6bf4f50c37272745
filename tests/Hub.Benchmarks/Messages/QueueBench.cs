using Azure.Messaging.ServiceBus;
using Hub.Benchmarks.Floors;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Messages;

/// <summary>
/// What host and worker cost a queue message: an empty function beside a handler of the bare client that does the same, on one broker and
/// in turn.
/// </summary>
internal static class QueueBench
{
    public static async Task Run(Report report, bool quick)
    {
        Report.Step("an empty queue function, and a bare processor");
        await using var app = await EmptyApp.Start();
        await using var process = ChildProcess.Start(
            "dotnet", [typeof(QueueBench).Assembly.Location, "process", app.Broker.ConnectionString, "bare-calls", "bare-replies"]);
        await process.Wrote("Serving.");
        await using var bus = new ServiceBusClient(app.Broker.ConnectionString);
        await using var host = await QueueCalls.Open(bus, "host-calls", "host-replies");
        await using var bare = await QueueCalls.Open(bus, "bare-calls", "bare-replies");
        int[] hosts = [app.Host.HostId, app.Host.WorkerId!.Value];
        await WarmUp(host, bare, quick ? 500 : 3000);
        foreach (var atOnce in (int[])[1, BareProcessor.AtOnce])
            await Measure(report, (host, hosts), (bare, [process.Id]), atOnce, quick ? 300 : 1000);
    }

    private static async Task WarmUp(QueueCalls host, QueueCalls bare, int count)
    {
        await Timings.Of(count, BareProcessor.AtOnce, _ => host.Call());
        await Timings.Of(count, BareProcessor.AtOnce, _ => bare.Call());
    }

    private static async Task Measure(
        Report report, (QueueCalls Calls, int[] Processes) host, (QueueCalls Calls, int[] Processes) bare, int atOnce, int count)
    {
        var (ofHost, ofBare) = (new ProcessorTime(host.Processes), new ProcessorTime(bare.Processes));
        var (through, floor) = await Timings.InTurn(
            () => Timings.Of(count, atOnce, _ => host.Calls.Call()), () => Timings.Of(count, atOnce, _ => bare.Calls.Call()));
        var calls = count * Timings.Rounds;
        var (spent, least) = (ofHost.Spent.TotalMilliseconds / calls, ofBare.Spent.TotalMilliseconds / calls);
        // At once, what counts is how much longer the same messages take; the wait of each is for the others too.
        var (one, other) = atOnce == 1 ? (through.Median, floor.Median) : (through.EachMilliseconds, floor.EachMilliseconds);
        var which = atOnce == 1 ? "one at a time" : $"{atOnce} at once";
        report.Add(
            $"(k) an empty queue function, {which}: a message through host and worker, of the bare processor",
            $"{Report.Ratio(one / other)} times; {Report.Number(one - other, "0.00")} ms more", "under 1 ms more",
            atOnce == 1 ? $"{through.Spread}; {floor.Spread}" : $"{through.PerSecond:0} and {floor.PerSecond:0} a second");
        report.Add(
            $"(k) processor time of host and worker a message, {which}, of the bare processor's", $"{Report.Ratio(spent / least)} times",
            "", $"{Report.Number(spent, "0.00")} ms; {Report.Number(least, "0.00")} ms");
    }
}
