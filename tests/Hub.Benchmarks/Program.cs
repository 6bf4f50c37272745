using Hub.Benchmarks;

if (args is ["bare", var address, var file])
    return await BareEndpoint.Serve(address, file);
if (args is ["take", var place])
    return await BareEndpoint.Take(place);
var quick = args.Contains("--quick");
var report = new Report();
if (args is ["--editions", ..])
{
    EditionBench.Run(
        report, quick, args.ElementAtOrDefault(Array.IndexOf(args, "--out") + 1) is { } folder && args.Contains("--out") ? folder : null);
    return 0;
}
if (args is ["--webhooks", ..])
{
    await WebhookBench.Run(report, quick);
    return 0;
}
if (args.Contains("--mail"))
{
    await MailBench.Run(report, quick);
    return 0;
}
if (args.Contains("--documents"))
{
    await DocumentBench.Run(report, quick);
    return 0;
}
if (!args.Contains("--reads"))
    await NoticeBench.Run(report, quick);
if (!args.Contains("--notices"))
    await ReadBench.Run(report, quick);
if (!args.Contains("--reads") && !args.Contains("--notices"))
{
    await WebhookBench.Run(report, quick);
    EditionBench.Run(report, quick, null);
    await DocumentBench.Run(report, quick);
    await MailBench.Run(report, quick);
}
if (!quick)
    report.Write();
return 0;
