using System.Net.Http.Headers;
using Hub.Benchmarks.Floors;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.Benchmarks;

/// <summary>
/// Reads of the directory with filters on, beside an empty function under the same host that returns the same bytes; and beside a bare
/// endpoint, which shows what host and worker cost.
/// </summary>
internal static class ReadBench
{
    private const int Concurrency = 16;
    private const string Query = "api/authorities?matter=MLA&instrument=UNTOC&language=fr&limit=20";

    // Long enough for every side to run compiled to the end: the client is the same for what is measured first and last.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    public static async Task Run(Report report, bool quick)
    {
        await using var hub = await LocalHub.Start(new() { SweepSchedule = "0 * * * * *" });
        var key = await hub.Client(LocalHub.FirstKey).IssueKey("reader", "READER");
        var time = TimeSpan.FromSeconds(quick ? 1 : 3);
        foreach (var size in quick ? new[] { 2000 } : [2000, 20_000])
        {
            Report.Step($"a register of {size:N0} authorities");
            await ManyAuthorities.Fill(hub.Storage.ConnectionString, size);
            using var http = new HttpClient { BaseAddress = hub.Address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            await Compare(report, http, await Settled(http), size, time);
        }
    }

    private static async Task Compare(Report report, HttpClient hub, byte[] body, int size, TimeSpan time)
    {
        await using var app = await EmptyApp.Start(body);
        using var http = new HttpClient { BaseAddress = app.Host.Address };
        await Timings.During(WarmUp, Concurrency, () => Read(hub, Query));
        await Timings.During(WarmUp, Concurrency, () => Read(http, "answer"));
        var (reads, empty) = await Timings.InTurn(
            () => Timings.During(time, Concurrency, () => Read(hub, Query)),
            () => Timings.During(time, Concurrency, () => Read(http, "answer")));
        var bare = await Bare(body, time);
        report.Add(
            $"(d) filtered reads of {size:N0} authorities a second, of an empty function with the same {body.Length:N0} bytes",
            Report.Ratio(reads.PerSecond / empty.PerSecond), "at least 0.5",
            $"{reads.PerSecond:0}, {reads.Spread}; {empty.PerSecond:0}, {empty.Spread}");
        report.Add(
            $"(d) the empty function, {size:N0}, of a bare endpoint without host and worker",
            Report.Ratio(empty.PerSecond / bare.PerSecond), "", $"{empty.PerSecond:0}; {bare.PerSecond:0}, {bare.Spread}");
    }

    private static Task<byte[]> Read(HttpClient http, string path) => http.GetByteArrayAsync(new Uri(path, UriKind.Relative));

    // The health check reads the register as it stands; what follows is served from that snapshot.
    private static async Task<byte[]> Settled(HttpClient http)
    {
        await Read(http, "healthz");
        return await Read(http, Query);
    }

    private static async Task<Timings> Bare(byte[] body, TimeSpan time)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, body);
        var address = $"http://127.0.0.1:{Loopback.FreePorts(1)[0]}";
        await using var process = ChildProcess.Start("dotnet", [typeof(ReadBench).Assembly.Location, "bare", address, file]);
        await process.Wrote("Serving.");
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await Timings.During(WarmUp, Concurrency, () => Read(http, "/"));
        var timings = await Timings.During(time, Concurrency, () => Read(http, "/"));
        File.Delete(file);
        return timings;
    }
}
