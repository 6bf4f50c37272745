using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Hub.Benchmarks.Notices;
using Hub.Local;

namespace Hub.Benchmarks;

/// <summary>
/// Pages of the Secretariat, from the request to the first byte of the answer, beside the JSON of the same data: one
/// person, one request at a time.
/// </summary>
internal static class PageBench
{
    private static readonly (string Page, string Data)[] Screens =
    [
        ("console/notices", "api/notices?status=REVIEW&limit=50"), ("console/notices?status=ALL&page=90", "api/notices?status=REVIEW&limit=50"),
        ("console/notices/{notice}", "api/notices/{notice}"), ("console/records", "api/authorities?limit=50"),
        ("console/records/{record}", "api/authorities/{record}"), ("console/states/XAA", "api/authorities?state=XAA&limit=50"),
        ("console/quality", "api/authorities?limit=50"), ("console", "api/notices?status=REVIEW&limit=50"),
        ("console/numbers", "api/notices?status=REVIEW&limit=50"),
        ("directory/find?state=XAA&matter=MLA&urgent=true", "api/authorities?state=XAA&matter=MLA&limit=50"),
        ("directory/authorities/{record}", "api/authorities/{record}"), ("directory/search?q=ministry%20justice", "api/authorities?limit=50"),
        ("directory/states/XAA", "api/authorities?state=XAA&limit=50"), ("directory/instruments/UNTOC", "api/authorities?instrument=UNTOC&limit=500"),
    ];

    public static async Task Run(Report report, bool quick)
    {
        Report.Step("starting a hub");
        await using var hub = await LocalHub.Start(new() { SweepSchedule = "0 * * * * *", Speed = 6000 });
        var desk = await Desk.Open(hub);
        await desk.Designate(100);
        await Submit(desk, quick ? 500 : 5000);
        using var people = await SignedIn(hub);
        using var program = new HttpClient { BaseAddress = hub.Address };
        program.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await hub.Client(LocalHub.FirstKey).IssueKey("pages", "SECRETARIAT"));
        foreach (var size in quick ? new[] { 2000 } : [2000, 20_000])
        {
            Report.Step($"a register of {size:N0} authorities");
            await ManyAuthorities.Fill(hub.Storage.ConnectionString, size);
            await program.GetByteArrayAsync(new Uri("healthz", UriKind.Relative));
            var (notice, record) = (await First(program, "api/notices?status=REVIEW", "id"), await First(program, "api/authorities", "recordId"));
            foreach (var (page, data) in Screens)
                await Compare(report, people, program, Named(page), Named(data), size, quick ? 30 : 100);

            string Named(string path) => path.Replace("{notice}", notice, StringComparison.Ordinal).Replace("{record}", record, StringComparison.Ordinal);
        }
    }

    private static async Task Compare(Report report, HttpClient people, HttpClient program, string page, string data, int size, int count)
    {
        await Timings.Of(10, 1, _ => FirstByte(people, page));
        await Timings.Of(10, 1, _ => FirstByte(program, data));
        var (pages, json) = await Timings.InTurn(
            () => Timings.Of(count, 1, _ => FirstByte(people, page)), () => Timings.Of(count, 1, _ => FirstByte(program, data)));
        var bytes = (await people.GetByteArrayAsync(new Uri(page, UriKind.Relative))).Length;
        var shown = string.Join('/', page.Split('/').Select(p => p.Length > 30 ? "…" : p));
        report.Add(
            $"(m) /{shown}, {size:N0} authorities: to the first byte, of the JSON of the same data",
            $"{Report.Ratio(pages.Percentile(0.95) / json.Percentile(0.95))} times", "p95 under 100 ms, page under 100 KB",
            $"{pages.Spread}; {json.Spread}; {Report.Number(bytes / 1024.0)} KB");
    }

    private static async Task FirstByte(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync();
        _ = body.ReadByte();
    }

    private static async Task Submit(Desk desk, int count)
    {
        Report.Step(string.Create(CultureInfo.InvariantCulture, $"{count:N0} notices"));
        await desk.Wait(count, 8);
    }

    private static async Task<string> First(HttpClient http, string list, string id) =>
        (string)JsonNode.Parse(await http.GetStringAsync(new Uri(list, UriKind.Relative)))!["items"]![0]![id]!;

    private static async Task<HttpClient> SignedIn(LocalHub hub)
    {
        var http = new HttpClient { BaseAddress = hub.Address };
        using var person = new FormUrlEncodedContent([KeyValuePair.Create("to", "/console"), KeyValuePair.Create("person", "daniel")]);
        http.DefaultRequestHeaders.Add("Origin", hub.Address.GetLeftPart(UriPartial.Authority));
        (await http.PostAsync(new Uri("sign-in", UriKind.Relative), person)).EnsureSuccessStatusCode();
        return http;
    }
}
