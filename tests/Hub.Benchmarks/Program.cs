using Hub.Benchmarks;
using Hub.Benchmarks.Floors;
using Hub.Benchmarks.Messages;
using Hub.Benchmarks.Notices;
using Hub.Benchmarks.Starts;
using Hub.Benchmarks.Webhooks;

// The floors that are processes of their own.
switch (args)
{
    case ["bare", var address, var file]:
        return await BareEndpoint.Serve(address, file);
    case ["take", var address]:
        return await BareEndpoint.Take(address);
    case ["process", var connection, var calls, var replies]:
        return await BareProcessor.Run(connection, calls, replies);
}

var folder = Array.IndexOf(args, "--out") is >= 0 and var at ? args.ElementAtOrDefault(at + 1) : null;
(string Name, Func<Report, bool, Task> Run)[] parts =
[
    ("--starts", StartBench.Run), ("--messages", QueueBench.Run), ("--wake-ups", WakeUpBench.Run), ("--reads", ReadBench.Run),
    ("--pages", PageBench.Run),
    ("--notices", NoticeBench.Run), ("--webhooks", WebhookBench.Run),
    ("--editions", (report, quick) => Task.Run(() => EditionBench.Run(report, quick, folder))),
    ("--documents", DocumentBench.Run), ("--mail", MailBench.Run),
];
var asked = parts.Where(p => args.Contains(p.Name)).ToList();
var quick = args.Contains("--quick");
var report = new Report();
foreach (var (_, run) in asked.Count > 0 ? asked : [.. parts])
    await run(report, quick);
// The page is that of one whole run.
if (asked.Count == 0 && !quick)
    report.Write();
return 0;
