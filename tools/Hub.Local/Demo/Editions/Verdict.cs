using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Local.Publishing;
using Hub.LocalProcesses;

namespace Hub.Local.Demo.Editions;

/// <summary>Holds what happened against the plan: in time, everybody, nobody twice, within the limits.</summary>
internal sealed class Verdict(Session session, EditionPlanView plan, Trouble trouble, Correspondence correspondence, TimeSpan? finished)
{
    private const double Tolerance = 0.03;
    private const int MessagesAMinute = 30;

    // One of the thirty is kept for replies.
    private const int LeastAMinute = 29;
    private static readonly TimeSpan SettledWithin = TimeSpan.FromMinutes(1);

    public async Task Show()
    {
        var stats = (await session.Mailbox.GetFromJsonAsync<JsonNode>("control/stats"))!;
        await Answered();
        var all = await SentMail.All(session.Mailbox);
        var sent = all.Where(m => !m.IsReply).ToList();
        var fastest = stats["mostInWindow"]!.AsObject()
            .Where(w => w.Key.EndsWith(" MessageRate", StringComparison.Ordinal)).Max(w => (long)w.Value!);
        Table(stats, sent, fastest);
        InTime();
        InPace(sent);
        Replied(all);
        session.Expect(trouble.Crashed == Trouble.Crashes, $"the functions were killed {trouble.Crashed} times on the way");
        session.Expect(
            fastest <= MessagesAMinute, $"never more than {MessagesAMinute} messages in a minute of the mailbox's clock (most: {fastest})");
        await Everybody([.. sent.Select(m => m.Reader)]);
        await Followed();
    }

    private void Table(JsonNode stats, List<SentMail> sent, long fastest)
    {
        var failed = Count(stats, s => s is not ("200" or "201" or "202" or "204" or "404" or "429"));
        Row("", "plan", "what happened");
        Row("mails", $"{plan.Mails}", $"{sent.Count}");
        Row("done after", $"{plan.Takes.TotalSeconds:0.0} s", finished is { } f ? $"{f.TotalSeconds:0.0} s" : "not done");
        Row("", plan.InEarnest(plan.Takes), finished is { } g ? plan.InEarnest(g) : "");
        Row("messages a minute", $"{MessagesAMinute} at most", $"{fastest} at most");
        Row("mails a minute", $"{LeastAMinute} at least", $"{SentMail.AMinute(sent, plan.Speed):0.0}");
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

    private void InPace(List<SentMail> sent) => session.Expect(
        SentMail.AMinute(sent, plan.Speed) >= LeastAMinute,
        $"{SentMail.AMinute(sent, plan.Speed):0.0} mails of the edition in a minute of the mailbox's clock, first to last "
        + $"({LeastAMinute} at least)");

    private Task Answered() => Settled(
        async () => correspondence.Waits(await SentMail.All(session.Mailbox)).Count == correspondence.Written);

    private void Replied(IReadOnlyList<SentMail> all)
    {
        var waits = correspondence.Waits(all);
        var (half, last) = waits.Count > 0 ? (waits[waits.Count / 2], waits[^1]) : default;
        session.Expect(
            waits.Count == correspondence.Written,
            $"{waits.Count} of {correspondence.Written} strangers who wrote meanwhile were answered: half of them within "
            + $"{half.TotalSeconds:0} s of the mailbox's clock, the last after {last.TotalSeconds:0} s");
    }

    private static Task Settled(Func<Task<bool>> condition) =>
        Eventually.True(condition, "", SettledWithin).ContinueWith(_ => { }, TaskScheduler.Default);

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
        await Settled(
            async () => (int)(deliveries = (await session.First.Get($"api/editions/{plan.Slug}/deliveries")).Required())["queued"]! == 0);
        session.Expect(
            (int)deliveries["queued"]! == 0 && (int)deliveries["sent"]! == plan.Mails,
            $"GET /api/editions/{plan.Slug}/deliveries says the same: {deliveries["sent"]} sent, {deliveries["queued"]} queued");
    }
}
