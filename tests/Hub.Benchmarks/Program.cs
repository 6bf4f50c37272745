using Hub.Benchmarks;

if (args is ["bare", var address, var file])
    return await BareEndpoint.Serve(address, file);
var quick = args.Contains("--quick");
var report = new Report();
if (!args.Contains("--reads"))
    await NoticeBench.Run(report, quick);
if (!args.Contains("--notices"))
    await ReadBench.Run(report, quick);
if (!quick)
    report.Write();
return 0;
