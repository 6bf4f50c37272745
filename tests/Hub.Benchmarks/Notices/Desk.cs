using System.Diagnostics;
using System.Text.Json.Nodes;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Notices;

/// <summary>A State that changes telephone numbers, and the reviewers who approve it.</summary>
internal sealed class Desk
{
    private readonly HubClient _secretariat;
    private readonly HubClient _second;
    private readonly HubClient _mission;
    private string[] _records = [];
    private int _number;

    private Desk(HubClient secretariat, HubClient second, HubClient mission) =>
        (_secretariat, _second, _mission) = (secretariat, second, mission);

    /// <summary>Requests that only asked how far the hub was: their operations are not the notices'.</summary>
    public int Polls { get; private set; }

    public static async Task<Desk> Open(LocalHub hub)
    {
        var first = hub.Client(LocalHub.FirstKey);
        var partner = hub.Client(await first.IssueKey("bench", "PARTNER"));
        (await partner.Post("api/endpoints", new JsonObject { ["url"] = new Uri(hub.Partner, "hooks/bench").ToString() })).Required();
        return new(
            hub.Client(await first.IssueKey("reviewer-1", "SECRETARIAT")), hub.Client(await first.IssueKey("reviewer-2", "SECRETARIAT")),
            hub.Client(await first.IssueKey("mission", "STATE", "XAA", "MISSION")));
    }

    /// <summary>Designates authorities, each with a scope of its own.</summary>
    public async Task Designate(int count)
    {
        for (var i = 0; i < count; i += 10)
        {
            var changes = new JsonArray([.. Enumerable.Range(i, Math.Min(10, count - i)).Select(Authority)]);
            var notice = (await _secretariat.Post("api/notices", new JsonObject
            {
                ["state"] = "XAA", ["kind"] = "CORRECTION", ["changes"] = changes, ["quiet"] = true,
            })).Text("id");
            await Routed(notice);
            await Decide(_secretariat, notice);
            await Decide(_second, notice);
        }
        var directory = await _secretariat.Get("api/authorities?state=XAA&limit=500");
        _records = [.. ((JsonArray)directory.Required()["items"]!).Select(r => (string)r!["recordId"]!)];
    }

    /// <summary>As many notices at a time, all submitted before the first is decided; returns how many a second were committed.</summary>
    public async Task<double> Through(int count, int concurrency)
    {
        var ids = new string[count];
        var clock = Stopwatch.StartNew();
        await Timings.Of(count, concurrency, async i => ids[i] = await Submit(i));
        await AllRouted(count);
        await Timings.Of(count, concurrency, i => Decide(_secretariat, ids[i]));
        return count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>Notices that wait for a decision, at least as many.</summary>
    public async Task Wait(int count, int concurrency)
    {
        await Timings.Of(count, concurrency, Submit);
        await AllRouted(Math.Min(count, 500));
    }

    /// <summary>Waits until every channel has dealt with what was committed, so that the next measurement is its own.</summary>
    public Task ChannelsRest() => Eventually.True(
        async () => ((JsonObject)(await _secretariat.Get("healthz")).Required()["eventsBehind"]!).All(c => (long?)c.Value == 0),
        "the channels rest", TimeSpan.FromMinutes(2));

    /// <summary>One notice, from submission to commit; returns its event's number.</summary>
    public async Task<long> Through(int i)
    {
        var id = await Submit(i);
        await Routed(id);
        return await Decide(_secretariat, id);
    }

    private async Task<string> Submit(int i) => (await _mission.Post("api/notices", new JsonObject
    {
        ["state"] = "XAA",
        ["kind"] = "CHANGE_OF_CONTACT",
        ["officialRef"] = $"NV/{Interlocked.Increment(ref _number)}",
        ["changes"] = new JsonArray(new JsonObject
        {
            ["recordId"] = _records[i % _records.Length],
            ["set"] = new JsonObject { ["phones"] = new JsonArray(new JsonObject { ["number"] = $"+9991555{_number:D6}" }) },
        }),
    })).Text("id");

    private async Task AllRouted(int count) => await Eventually.True(
        async () =>
        {
            Polls++;
            var open = await _secretariat.Get("api/notices?status=REVIEW&limit=500");
            return ((JsonArray)open.Required()["items"]!).Count >= count;
        },
        "all notices are routed", TimeSpan.FromMinutes(2));

    // Asks at once again: a pause of the usual length would be most of what is measured.
    private async Task Routed(string id)
    {
        var clock = Stopwatch.StartNew();
        while ((await _secretariat.Get($"api/notices/{id}")).Text("status") == "RECEIVED")
            if (clock.Elapsed > TimeSpan.FromSeconds(30))
                throw new TimeoutException($"Notice {id} is not routed.");
    }

    // Two notices on one record: the later decision is taken on the version that the earlier one made.
    private static async Task<long> Decide(HubClient reviewer, string id)
    {
        var answer = await reviewer.Post($"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE" });
        if ((int)answer.Status == 409 && answer.Body!["records"] is JsonArray records)
        {
            var versions = new JsonObject(
                records.Select(r => KeyValuePair.Create((string)r!["recordId"]!, (JsonNode?)(int)r["present"]!["version"]!)));
            answer = await reviewer.Post(
                $"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE", ["recordVersions"] = versions });
        }
        return (long?)answer.Required()["sequence"] ?? 0;
    }

    private static JsonObject Authority(int i) => new()
    {
        ["authority"] = new JsonObject
        {
            ["authorityName"] = new JsonObject { ["en"] = $"Office {i}" },
            ["designations"] = new JsonArray(
                new JsonObject { ["instrument"] = "UNTOC", ["article"] = "18", ["matter"] = "MLA", ["scope"] = $"District {i}" }),
            ["interpolAccepted"] = "YES",
        },
    };
}
