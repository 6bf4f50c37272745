using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Benchmarks.Notices;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.Benchmarks;

/// <summary>Mails that wait, until each is a notice and answered, beside the same requests to the mailbox bare, four at a time.</summary>
internal static class MailBench
{
    private const int AtOnce = 4;
    private const int Missions = 20;
    private const string FloorBox = "floor@hub.example";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task Run(Report report, bool quick)
    {
        var count = quick ? 100 : 1000;
        Report.Step("starting a hub");
        // So fast that no limit of Exchange's is met: what is measured is the hub.
        await using var hub = await LocalHub.Start(new() { LogStorage = true, SweepSchedule = "* * * * * *", Speed = 6000 });
        await Subscribe(hub);
        await hub.Functions.Kill();
        using var mailbox = new HttpClient { BaseAddress = hub.Mailbox };
        mailbox.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "floor");

        Report.Step($"the requests of {count} mails bare, {AtOnce} at a time");
        await Arrive(mailbox, FloorBox, count);
        var floor = await Floor(mailbox, count);

        Report.Step($"{count} mails wait");
        await Arrive(mailbox, LocalHub.Inbox, count);
        var before = await Count(mailbox, "send 202");
        var storage = new StorageCount(hub.Storage);
        await hub.Functions.Start();
        var clock = Stopwatch.StartNew();
        await Eventually.True(async () => await Count(mailbox, "move 201") >= 2 * count, "all are moved", Patience);
        var moved = clock.Elapsed;
        await Eventually.True(async () => await Count(mailbox, "send 202") - before >= count, "all are answered", Patience);
        var answered = clock.Elapsed;
        var (perSecond, operations) = (count / answered.TotalSeconds, storage.Since());
        var stats = await Stats(mailbox);

        report.Add(
            $"(i) {count} mails that wait, each a notice and answered, mails a second, of the same requests to the mailbox bare (j)",
            Report.Ratio(perSecond / floor.PerSecond), "",
            $"{Report.Number(perSecond)}; {Report.Number(floor.PerSecond)}; all are notices after "
            + $"{Report.Ratio(moved / answered)} of the time until all are answered");
        report.Add(
            "(i) operations on tables and blobs a mail", Report.Number(operations.Values.Sum() / (double)count), "",
            "by Azurite's log: " + string.Join(
                ", ", operations.Where(o => o.Value >= count / 10).OrderByDescending(o => o.Value)
                    .Select(o => $"{o.Key} {Report.Number(o.Value / (double)count)}")));
        report.Add(
            "(i) requests that the mailbox throttled, most at once", $"{stats["throttled"]}, {stats["mostConcurrent"]}", "0, at most 4");
    }

    private static async Task Subscribe(LocalHub hub)
    {
        using var secretariat = hub.Client(LocalHub.FirstKey);
        for (var i = 0; i < Missions; i++)
            (await secretariat.Put($"api/subscribers/bench-{i}", new JsonObject
            {
                ["state"] = "XAA", ["address"] = Address(i), ["language"] = "en", ["name"] = $"Mission {i}",
            })).Required();
    }

    private static Task<Timings> Arrive(HttpClient mailbox, string to, int count) => Timings.Of(count, AtOnce, async i =>
    {
        var mail = new JsonObject
        {
            ["from"] = Address(i % Missions), ["to"] = to, ["subject"] = $"NV {i}/2026",
            ["body"] = $"""
                Ref. NV/{i}/2026

                The Permanent Mission of Arvenia presents its compliments to the United Nations Office on Drugs and Crime and has the honour to inform it that the
                telephone number of its central authority for mutual legal assistance is now +999 1 555 0100.
                """,
        };
        using var answer = await mailbox.PostAsJsonAsync("control/mail", mail);
        answer.EnsureSuccessStatusCode();
    });

    private static async Task<Timings> Floor(HttpClient mailbox, int count)
    {
        var list = await mailbox.GetFromJsonAsync<JsonObject>($"v1.0/users/{FloorBox}/mailFolders/inbox/messages?$top={count}&$select=id");
        var ids = list!["value"]!.AsArray().Select(m => (string)m!["id"]!).ToList();
        var folder = (string)(await Post(
            mailbox, $"v1.0/users/{FloorBox}/mailFolders", new JsonObject { ["displayName"] = "Notices" }))!["id"]!;
        return await Timings.Of(ids.Count, AtOnce, i => One(mailbox, ids[i], folder));
    }

    private static async Task One(HttpClient mailbox, string id, string folder)
    {
        var messages = $"v1.0/users/{FloorBox}/messages";
        await mailbox.GetByteArrayAsync(new Uri($"{messages}/{id}/$value", UriKind.Relative));
        var moved = (string)(await Post(mailbox, $"{messages}/{id}/move", new JsonObject { ["destinationId"] = folder }))!["id"]!;
        var draft = (string)(await Post(mailbox, $"{messages}/{moved}/createReply", []))!["id"]!;
        using var patched = await mailbox.PatchAsJsonAsync(
            $"{messages}/{draft}",
            new JsonObject { ["subject"] = "Re", ["body"] = new JsonObject { ["content"] = new string('x', 1000) } });
        patched.EnsureSuccessStatusCode();
        await Post(mailbox, $"{messages}/{draft}/send", []);
    }

    private static async Task<JsonNode?> Post(HttpClient mailbox, string path, JsonObject body)
    {
        using var answer = await mailbox.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static async Task<int> Count(HttpClient mailbox, string route) => (await Stats(mailbox))["routes"]!.AsObject()
        .Where(r => r.Key.EndsWith(route, StringComparison.Ordinal)).Sum(r => (int)r.Value!);

    private static async Task<JsonObject> Stats(HttpClient mailbox) => (await mailbox.GetFromJsonAsync<JsonObject>("control/stats"))!;

    private static string Address(int i) => $"mission-{i}@mission-{i}.example";
}
