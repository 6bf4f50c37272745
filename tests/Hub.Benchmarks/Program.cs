using Hub.Benchmarks;

if (args is ["bare", var address, var file])
    return await BareEndpoint.Serve(address, file);
var quick = args.Contains("--quick");
var report = new Report();
await NoticeBench.Run(report, quick);
await ReadBench.Run(report, quick);
report.Write();
return 0;
