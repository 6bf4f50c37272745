using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using Hub.Benchmarks.Floors;
using Hub.Local;
using Hub.LocalProcesses;
using Hub.SampleFiles;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>
/// Documents kept and translated beside the same bytes posted to an empty function under the same host and uploaded bare; and the memory of
/// the functions' process with short documents and with long ones.
/// </summary>
internal static class DocumentBench
{
    private const int Concurrency = 4;
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly string[] Settled = ["DONE", "IMPOSSIBLE"];

    public static async Task Run(Report report, bool quick)
    {
        Report.Step("starting a hub for documents");
        using var translator = new FixedTranslator(Latency);
        await using var hub = await LocalHub.Start(new()
        {
            Speed = 60, Translator = translator.Address,
            Settings = new Dictionary<string, string> { ["Documents__Languages"] = "en,fr,es" },
        });
        using var secretariat = hub.Client(LocalHub.FirstKey);
        using var office = hub.Client(await secretariat.IssueKey("documents", "STATE", "SEN", "MISSION"));
        var count = quick ? 20 : 200;
        await Through(office, "warm-up", 8, _ => Megabyte);

        Report.Step($"{count} documents of 1 to 5 MB, {Concurrency} at a time");
        var (kept, done, bytes) = await Through(office, "mixed", count, i => (1 + (i % 5)) * Megabyte);
        Report.Step("the same bytes to an empty function and bare into storage");
        var bare = await Bare(hub.Storage.ConnectionString, count, i => (1 + (i % 5)) * Megabyte);
        Report.Step("memory");
        var small = await Memory(hub, () => Through(office, "short", count / 5, _ => Megabyte / 8));
        var large = await Memory(hub, () => Through(office, "long", count / 5, _ => 5 * Megabyte));

        report.Add(
            $"(g) {count} documents of 1 to 5 MB kept, MB a second, of the same bytes posted to an empty function and uploaded bare",
            Report.Ratio(bare / kept), "", $"{Rate(bytes, kept)}; {Rate(bytes, bare)}");
        report.Add("(g) kept and translated into two languages, MB a second, of the same", Report.Ratio(bare / done), "",
            $"{Rate(bytes, done)}; {Rate(bytes, bare)}");
        report.Add(
            "(g) peak memory of the functions' process, documents of 5 MB, of that with documents of 0.1 MB",
            Report.Ratio(large / small), "does not grow with them", $"{Report.Number(large, "0")} MB; {Report.Number(small, "0")} MB");
    }

    private static string Rate(long bytes, TimeSpan time) => Report.Number(bytes / (double)Megabyte / time.TotalSeconds);

    private static async Task<(TimeSpan Kept, TimeSpan Done, long Bytes)> Through(
        HubClient office, string run, int count, Func<int, int> size)
    {
        var ids = new string[count];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Timings.Of(count, Concurrency, async i => ids[i] = await Submit(office, $"{run} {i}", Document(run, i, size(i))));
        var kept = clock.Elapsed;
        foreach (var id in ids)
            await Eventually.True(() => IsTranslated(office, id), $"the document of {id} is translated", Longest);
        return (kept, clock.Elapsed, Enumerable.Range(0, count).Sum(i => (long)size(i)));
    }

    private static async Task<string> Submit(HubClient office, string text, byte[] document)
    {
        var notice = new JsonObject
        {
            ["state"] = "SEN", ["kind"] = "NETWORK_MEMBERSHIP", ["text"] = text,
            ["changes"] = new JsonArray(new JsonObject { ["membership"] = new JsonObject { ["network"] = "wacap" } }),
        };
        using var form = new MultipartFormDataContent { { new StringContent(notice.ToJsonString(), null, "application/json"), "notice" } };
        form.Add(new ByteArrayContent(document), "file", "note.docx");
        return (await office.Send(HttpMethod.Post, "api/notices", form)).Text("id");
    }

    private static async Task<bool> IsTranslated(HubClient office, string notice)
    {
        var all = (await office.Get($"api/notices/{notice}/documents")).Required()["items"]![0]!["translations"]!.AsArray();
        return all.Count == 2 && all.All(t => Settled.Contains((string)t!["state"]!));
    }

    // A page of text, and a picture that does not pack: most of a scanned note's bytes are pictures.
    private static byte[] Document(string run, int i, int size)
    {
        var picture = new byte[size];
        new Random(i + (run.Length * 1000)).NextBytes(picture);
        ((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(picture);
        var lines = Enumerable.Repeat(
            $"The Permanent Mission presents its compliments to the Office and has the honour to inform it of the designation, {run} {i}.",
            20);
        return Package.Docx([.. lines]).Part("word/media/image1.png", picture).Bytes();
    }

    private static async Task<TimeSpan> Bare(string connection, int count, Func<int, int> size)
    {
        await using var app = await EmptyApp.Start();
        using var http = new HttpClient { BaseAddress = app.Host.Address };
        var blobs = new BlobContainerClient(connection, "bare", new BlobClientOptions(BlobClientOptions.ServiceVersion.V2023_01_03));
        await blobs.CreateIfNotExistsAsync();
        await Timings.Of(8, Concurrency, i => PostAndUpload(http, blobs, $"warm-{i}", Document("warm", i, Megabyte)));
        return (await Timings.Of(count, Concurrency, i => PostAndUpload(http, blobs, $"{i}", Document("mixed", i, size(i))))).Total;
    }

    private static async Task PostAndUpload(HttpClient http, BlobContainerClient blobs, string name, byte[] document)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(document), "file", "note.docx" } };
        using var answer = await http.PostAsync(new Uri("take", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        using var content = new MemoryStream(document);
        await blobs.GetBlobClient(name).UploadAsync(content);
    }

    // The worker's process, not the host's. Linux counts the peak anew when it is told to (proc(5): clear_refs).
    private static async Task<double> Memory(LocalHub hub, Func<Task> work)
    {
        var process = $"/proc/{hub.Functions.Process}";
        await File.WriteAllTextAsync($"{process}/clear_refs", "5");
        await work();
        var peak = (await File.ReadAllLinesAsync($"{process}/status", Encoding.ASCII))
            .First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(peak.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
