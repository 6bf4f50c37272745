using Azure.Messaging.ServiceBus;
using Hub.Azure.Bus;
using Hub.LocalProcesses;
using Hub.Work.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Benchmarks.Messages;

/// <summary>The hub's sender of wake-ups beside a bare sender of the same client, on a broker that nobody else uses.</summary>
internal static class WakeUpBench
{
    private static readonly string[] Bodies = [.. Enumerable.Range(0, 100).Select(i => $"endpoint-{i}")];

    public static async Task Run(Report report, bool quick)
    {
        Report.Step("wake-ups");
        await using var broker = await LocalBroker.Start();
        await using var bus = new ServiceBusClient(broker.ConnectionString);
        await using var sender = new WakeUpSender(bus, NullLogger<WakeUpSender>.Instance);
        await using var bare = bus.CreateSender(Queues.Notices);
        var count = quick ? 300 : 1000;
        Task Wake(int i) => sender.Send(new() { Notices = [$"{i}"] });
        Task Send(int i) => bare.SendMessageAsync(new($"{i}"));
        await Timings.InTurn(() => Timings.Of(count, 16, Wake), () => Timings.Of(count, 16, Send));
        await using var messages = await BusCount.Start(broker.ConnectionString);
        foreach (var atOnce in (int[])[1, 16])
        {
            var (hub, floor) = await Timings.InTurn(() => Timings.Of(count, atOnce, Wake), () => Timings.Of(count, atOnce, Send));
            var which = atOnce == 1 ? "one at a time" : $"{atOnce} at once";
            report.Add(
                $"(l) wake-ups sent a second, {which}, of the bare sender's messages", Report.Ratio(hub.PerSecond / floor.PerSecond),
                "at least 0.9", $"{hub.PerSecond:0}; {floor.PerSecond:0} a second");
        }
        var sent = (await messages.Since())[Queues.Notices] - (2 * Timings.Rounds * count);
        report.Add(
            "(l) messages a wake-up", Report.Number(sent / (2.0 * Timings.Rounds * count), "0.00"), "1",
            "by the numbers that the broker gave them");
        await Many(report, sender, bare, quick ? 10 : 30);
    }

    private static async Task Many(Report report, WakeUpSender sender, ServiceBusSender bare, int count)
    {
        var wakeUps = new WakeUps { Notices = Bodies };
        var (hub, floor) = await Timings.InTurn(
            () => Timings.Of(count, 1, _ => sender.Send(wakeUps)),
            () => Timings.Of(count, 1, _ => bare.SendMessagesAsync(Bodies.Select(b => new ServiceBusMessage(b)))));
        report.Add(
            $"(l) {Bodies.Length} wake-ups of one queue together, of the bare sender's batch",
            Report.Ratio(hub.PerSecond / floor.PerSecond),
            "at least 0.9",
            $"{hub.PerSecond:0}; {floor.PerSecond:0} batches a second");
    }
}
