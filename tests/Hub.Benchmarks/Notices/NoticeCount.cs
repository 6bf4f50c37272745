using Hub.Azure.Bus;
using Hub.Benchmarks.Messages;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Notices;

/// <summary>
/// The operations of a notice on storage and bus, from submission to commit, counted on a hub in which nothing else runs: the functions of
/// its channels and its timers are disabled.
/// </summary>
internal static class NoticeCount
{
    private static readonly string[] Others =
    [
        "DeliverWebhooks", "PublishLinks", "SendMail", "ReceiveMail", "Sweep", "WakeChannels", "Watch", "WarnPartners", "VerifyLog",
        "BeginEdition",
    ];

    // Read to find out which channels a commit has work for.
    private static readonly string[] OfChannels = ["Cursors", "Outbox"];

    public static async Task Run(Report report, int count, int concurrency)
    {
        var disabled = Others.ToDictionary(f => $"AzureWebJobs__{f}__Disabled", _ => "true");
        await using var hub = await LocalHub.Start(new() { LogStorage = true, Settings = disabled });
        var desk = await Desk.Open(hub);
        await desk.Designate(count);
        await desk.Through(count, concurrency);
        await using var messages = await BusCount.Start(hub.Broker.ConnectionString);
        var (storage, polls) = (new StorageCount(hub.Storage), desk.Polls);
        await desk.Through(count, concurrency);
        var done = storage.Since().ToDictionary();
        done["Notices"] -= desk.Polls - polls;
        await Eventually.True(() => messages.IsEmpty(Queues.Notices), "every message of the notices is settled");
        Add(report, count, done, await messages.Since());
    }

    private static void Add(Report report, int count, Dictionary<string, int> done, IReadOnlyDictionary<string, long> sent)
    {
        // Each message of the notices was sent, received and settled once, for none is left and none was given up.
        var own = done.Where(d => !OfChannels.Contains(d.Key)).Select(d => KeyValuePair.Create(d.Key, (long)d.Value))
            .Append(new("bus", 3 * sent[Queues.Notices])).ToList();
        var waking = done.Where(d => OfChannels.Contains(d.Key)).Select(d => KeyValuePair.Create(d.Key, (long)d.Value))
            .Concat(sent.Where(q => q.Key != Queues.Notices && q.Key != Queues.Failures)).ToList();
        report.Add(
            "(a) operations a notice on tables, blobs and bus, submission to commit", Each(own.Sum(o => o.Value), count), "at most 12",
            $"{Names(own, count)} (sent, received, settled); {sent[Queues.Failures]} messages given up");
        report.Add(
            "(a) operations a notice after that, to find out what its commit wakes and to wake it",
            Each(waking.Sum(o => o.Value), count), "", Names(waking, count));
    }

    private static string Names(IEnumerable<KeyValuePair<string, long>> counts, int count) => string.Join(
        ", ", counts.Where(c => c.Value * 20 >= count).OrderByDescending(c => c.Value).Select(c => $"{c.Key} {Each(c.Value, count)}"));

    private static string Each(long operations, int count) => Report.Number(operations / (double)count);
}
