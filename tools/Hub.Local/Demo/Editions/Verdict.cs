using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Local.Publishing;
using Hub.LocalProcesses;

namespace Hub.Local.Demo.Editions;

/// <summary>Holds what happened against the plan: in time, everybody, nobody twice, within the limits.</summary>
internal sealed class Verdict(Session session, EditionPlanView plan, Trouble trouble, TimeSpan? finished)
{
    private const double Tolerance = 0.05;
    private const int MessagesAMinute = 30;
    private static readonly TimeSpan SettledWithin = TimeSpan.FromMinutes(1);
    private const string Header = "x-hub-message-id";

    public async Task Show()
    {
        var stats = (await session.Mailbox.GetFromJsonAsync<JsonNode>("control/stats"))!;
        var sent = (await session.Mailbox.GetFromJsonAsync<JsonArray>("control/sent"))!.Select(ReaderOf).ToList();
        var fastest = stats["mostInWindow"]!.AsObject()
            .Where(w => w.Key.EndsWith(" MessageRate", StringComparison.Ordinal)).Max(w => (long)w.Value!);
        Table(stats, sent.Count, fastest);
        InTime();
        session.Expect(trouble.Crashed == Trouble.Crashes, $"the functions were killed {trouble.Crashed} times on the way");
        session.Expect(
            fastest <= MessagesAMinute, $"never more than {MessagesAMinute} messages in a minute of the mailbox's clock (most: {fastest})");
        await Everybody(sent);
        await Followed();
    }

    private void Table(JsonNode stats, int sent, long fastest)
    {
        var failed = Count(stats, s => s is not ("200" or "201" or "202" or "204" or "404" or "429"));
        Row("", "plan", "what happened");
        Row("mails", $"{plan.Mails}", $"{sent}");
        Row("done after", $"{plan.Takes.TotalSeconds:0.0} s", finished is { } f ? $"{f.TotalSeconds:0.0} s" : "not done");
        Row("", plan.InEarnest(plan.Takes), finished is { } g ? plan.InEarnest(g) : "");
        Row("messages a minute", $"{MessagesAMinute} at most", $"{fastest} at most");
        Row("requests that failed", "", $"{failed}, and {stats["throttled"]} throttled");
        Row("crashes", "", $"{trouble.Crashed}");
    }

    private void Row(string what, string planned, string happened) => session.Screen.Line($"   {what,-22} {planned,-24} {happened}");

    private static int Count(JsonNode stats, Func<string, bool> status) =>
        stats["routes"]!.AsObject().Where(r => r.Key.Contains("/v1.0", StringComparison.Ordinal) && status(r.Key.Split(' ')[^1]))
            .Sum(r => (int)r.Value!);

    private void InTime()
    {
        var off = finished is { } took ? (took - plan.Takes) / plan.Takes : double.PositiveInfinity;
        session.Expect(Math.Abs(off) <= Tolerance, $"done {off:+0.0 %;-0.0 %} off the plan ({Tolerance:0 %} is allowed)");
    }

    // Whom it had to reach is asked of the register and the list of missions, not of the plan.
    private async Task Everybody(List<string> sent)
    {
        var missions = (await session.First.Get("api/subscribers")).Required()["items"]!.AsArray().Select(m => (string)m!["id"]!);
        var authorities = (await session.Reader.Get("api/authorities?limit=500")).Required()["items"]!.AsArray()
            .Where(a => (a!["emails"] as JsonArray ?? []).Any(e => (bool?)e!["functional"] != false))
            .Select(a => $"authority-{a!["recordId"]}");
        var expected = missions.Concat(authorities).ToHashSet();
        session.Expect(sent.Count == sent.Distinct().Count(), $"nobody twice: {sent.Count} mails to {sent.Distinct().Count()} readers");
        session.Expect(
            expected.SetEquals(sent),
            $"nobody missed: {expected.Except(sent).Count()} of {expected.Count} readers without a mail, "
            + $"{sent.Except(expected).Count()} mails to others");
    }

    private async Task Followed()
    {
        // A mail is in the mailbox before its row says so.
        JsonNode deliveries = new JsonObject();
        await Eventually.True(
            async () => (int)(deliveries = (await session.First.Get($"api/editions/{plan.Slug}/deliveries")).Required())["queued"]! == 0,
            "", SettledWithin).ContinueWith(_ => { }, TaskScheduler.Default);
        session.Expect(
            (int)deliveries["queued"]! == 0 && (int)deliveries["sent"]! == plan.Mails,
            $"GET /api/editions/{plan.Slug}/deliveries says the same: {deliveries["sent"]} sent, {deliveries["queued"]} queued");
    }

    private static string ReaderOf(JsonNode? mail) => ((string?)mail!["internetMessageHeaders"]?[Header])?.Split(':')[0] ?? "nobody";
}
