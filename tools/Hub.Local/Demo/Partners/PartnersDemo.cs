using System.Globalization;
using System.Text.Json.Nodes;
using Hub.LocalProcesses;
using Hub.Receiver;

namespace Hub.Local.Demo.Partners;

/// <summary>A week of three partner networks: one is slow, one fails for days, one lies about its address.</summary>
internal sealed class PartnersDemo(Session session) : IDisposable
{
    private const int Days = 7;
    private const int ChangesADay = 3;
    private static readonly string[] States =
        ["SEN", "GHA", "NGA", "CIV", "MLI", "TGO", "BEN", "NER", "GMB", "SLE", "LBR", "GIN", "GNB", "CPV", "BFA"];
    private static readonly TimeSpan ArriveWithin = TimeSpan.FromSeconds(90);
    private readonly TimeSpan _day = TimeSpan.FromDays(1) / session.Ring.Speed;
    private readonly PartnerNetwork _slow = new(session, "slow-network");
    private readonly PartnerNetwork _failing = new(session, "failing-network");
    private readonly PartnerNetwork _lying = new(session, "lying-network");
    private DateTimeOffset _began;
    private int _changes;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async Task Play()
    {
        await Join();
        await Lie();
        await Live();
        await Return();
        await Prove();
        await Tell();
    }

    public void Dispose()
    {
        _slow.Dispose();
        _failing.Dispose();
        _lying.Dispose();
    }

    private async Task Join()
    {
        session.Step("Three partner networks join, and their receivers are asked for consent");
        foreach (var partner in new[] { _slow, _failing, _lying })
            await partner.Join();
        await _slow.Misbehaves("""{ "kind": "hang", "delayMs": 1500, "count": 10000, "match": "POST /hooks/slow-network" }""");
        session.Expect(
            await _slow.Register() == "ACTIVE", "slow-network: its receiver takes the handshake (it needs 1.5 s for each event)");
        await _failing.Misbehaves("""{ "kind": "fail", "status": 405, "count": 1, "match": "OPTIONS /hooks/failing-network" }""");
        session.Expect(
            await _failing.Register() == "ACTIVE",
            "failing-network: its receiver does not know the handshake and echoes the signed challenge");
        await _failing.Misbehaves("""{ "kind": "fail", "status": 503, "count": 100000, "match": "POST /hooks/failing-network" }""");
    }

    private async Task Lie()
    {
        session.Step("lying-network tries addresses that are not its own");
        string[] lies =
        [
            "https://169.254.169.254/metadata/identity", "https://2852039166/", "https://0xa9.0xfe.0251.254/",
            "https://[::ffff:10.0.0.4]/hook", "https://[64:ff9b::a00:4]/hook", "https://10.0.0.4./hook",
            "https://partner.example@192.168.0.1/", "http://lying.example/hook",
        ];
        foreach (var url in lies)
        {
            var answer = await _lying.Client.Post("api/endpoints", new JsonObject { ["url"] = url });
            session.Expect((int)answer.Status == 422, $"{url}: {answer.Body?["detail"]}");
        }
        await _lying.Misbehaves("""{ "kind": "fail", "status": 403, "count": 100000, "match": "OPTIONS /hooks/lying-network" }""");
        session.Expect(
            await _lying.Register() == "AWAITING_CONSENT", $"a server that is somebody else's: {(await _lying.View())["reason"]}");
        var stolen = await _lying.Client.Put($"api/endpoints/{_slow.Endpoint}/url", new JsonObject { ["url"] = _lying.Hook.ToString() });
        session.Expect((int)stolen.Status == 404, "another partner's endpoint is not there for it");
    }

    private async Task Live()
    {
        session.Step($"{Days} days with {ChangesADay} changes each");
        _began = Now;
        for (var day = 1; day <= Days; day++)
        {
            for (var i = 0; i < ChangesADay; i++)
                await Change();
            await Until(_began + (_day * day));
            var (slow, failing) = (await _slow.View(), await _failing.View());
            session.Screen.Line(
                $"   day {day}: slow-network {slow["state"]} at event {slow["position"]}; "
                + $"failing-network {failing["state"]} at event {failing["position"]}, "
                + $"{failing["failedAttempts"]} tries failed, {(await _failing.Mails()).Count} mails");
        }
        var why = await _failing.NoticeDemo(1);
        session.Expect((string)why["fate"]! == "DISABLED", $"why failing-network has not got event 1: {why["why"]}");
        foreach (var mail in await _failing.Mails())
            session.Screen.Line($"   mail to its contact: {mail}");
        session.Expect((await _failing.Mails()).Count == 3, "its contact was told after one day, after three, and when it was disabled");
    }

    private async Task Return()
    {
        session.Step("failing-network mends its receiver and sets its endpoint going again");
        using var mended = await session.PartnerSite.DeleteAsync(new Uri("control/faults", UriKind.Relative));
        (await _failing.Client.Put($"api/endpoints/{_failing.Endpoint}/state", new JsonObject { ["state"] = "ACTIVE" })).Required();
        var head = await Head();
        foreach (var partner in new[] { _slow, _failing })
            await Eventually.True(
                async () => (long)(await partner.View())["position"]! == head, $"{partner.Name} is at event {head}", ArriveWithin);
    }

    private async Task Prove()
    {
        session.Step("What each got, checked with Hub.Receiver");
        var head = await Head();
        var keys = JwkSet.Parse((await _slow.Client.Get(".well-known/jwks.json")).Required().ToJsonString());
        var (digest, problem) = LogDigest.Read((await _slow.Client.Get($"api/events/digest?at={head}")).Text("signed"), keys);
        var half = LogDigest.Read((await _slow.Client.Get($"api/events/digest?at={head / 2}")).Text("signed"), keys).Digest;
        session.Expect(problem is null, $"the digest of {head} events is signed by the hub: root {digest?.Root[..16]}…");
        session.Screen.Line($"   {"partner",-16} {"events",6} {"posts",6}  {"first on day",-13} {"last on day",-12} order");
        foreach (var partner in new[] { _slow, _failing, _lying })
        {
            var got = await Ledger.Of(partner);
            session.Screen.Line(
                $"   {partner.Name,-16} {got.Sequences.Count,6} {got.Requests,6}  {Day(got.First),-13} "
                + $"{Day(got.Last),-12} {Order(got.Sequences)}");
            got.Problems.ToList().ForEach(p => session.Screen.Line($"      {p}"));
            if (partner == _lying)
                session.Expect(got.Requests == 0, "lying-network got nothing");
            else
                await Prove(partner, got, head, digest!, half!);
        }
        await Receipts(head, digest!);
    }

    private async Task Prove(PartnerNetwork partner, Ledger got, long head, LogDigest digest, LogDigest half)
    {
        session.Expect(
            got.Sequences.SequenceEqual(Enumerable.Range(1, (int)head).Select(i => (long)i)), $"{partner.Name} got every event, in order");
        session.Expect(got.Problems.Count == 0, $"{partner.Name}: both signatures of each are right, and the chain has no gap");
        var states = (await partner.Client.Get($"api/events/digest/states?at={head}")).Required().ToJsonString();
        session.Expect(
            got.Mirror.Agrees(digest) && got.Mirror.Differences(states).Count == 0,
            $"{partner.Name} holds what the digest says, State by State");
        var inclusion = (await partner.Client.Get($"api/events/digest/inclusion?sequence=1&at={head}")).Required().ToJsonString();
        var consistency = (await partner.Client.Get($"api/events/digest/consistency?from={half.Sequence}&at={head}"))
            .Required().ToJsonString();
        session.Expect(
            LogProof.Includes(inclusion, digest) && LogProof.Extends(consistency, half, digest),
            $"{partner.Name}: event 1 is proved to be in the log, and the log of event {half.Sequence} to be its beginning");
    }

    private async Task Receipts(long head, LogDigest digest)
    {
        (await _failing.Client.Post(
            $"api/endpoints/{_failing.Endpoint}/receipts", new JsonObject { ["sequence"] = head, ["hash"] = digest.Hash })).Required();
        var rows = (await session.First.Get("api/receipts")).Required()["items"]!.AsArray();
        foreach (var r in rows)
            session.Screen.Line(
                $"   the Secretariat sees: {r!["partner"],-16} {r["state"],-17} delivered {r["delivered"],3}  "
                + $"confirmed {r["confirmed"]?.ToString() ?? "-"}");
        session.Expect(
            rows.Any(r => (string)r!["partner"]! == _failing.Name && (long?)r["confirmed"] == head),
            "failing-network has confirmed everything");
    }

    private async Task Tell()
    {
        session.Step("The network pages");
        using var http = new HttpClient { BaseAddress = session.Ring.Hub };
        foreach (var page in new[] { "networks/en/index.html", $"networks/en/{Networks.Network}.html", "networks/en/states/SEN.html" })
        {
            using var answer = await http.GetAsync(new Uri(page, UriKind.Relative));
            session.Expect(answer.IsSuccessStatusCode, $"{session.Ring.Hub}{page}");
        }
    }

    // A State's membership changes its role from run to run, so that each notice changes something.
    private async Task Change()
    {
        var n = _changes++;
        var membership = new JsonObject
        {
            ["network"] = Networks.Network, ["state"] = States[n % States.Length],
            ["role"] = n / States.Length % 2 == 0 ? "MEMBER" : "OBSERVER", ["source"] = "the network's own list", ["confidence"] = "HIGH",
        };
        var sent = (await session.First.Post("api/notices", new JsonObject
        {
            ["state"] = "XAA", ["kind"] = "CORRECTION", ["text"] = $"{session.Run} {n}",
            ["changes"] = new JsonArray(new JsonObject { ["membership"] = membership }),
        })).Text("id");
        await Eventually.True(
            async () => (await session.First.Get($"api/notices/{sent}")).Text("status") != "RECEIVED", "the notice is routed",
            ArriveWithin);
        // Whoever entered a correction does not have the last word on it.
        (await session.Second.Post($"api/notices/{sent}/decision", new JsonObject { ["decision"] = "APPROVE" })).Required();
    }

    private async Task<long> Head() => (long)(await session.Partner.Get("api/events/head")).Required()["sequence"]!;

    private string Day(DateTimeOffset? at) =>
        at is { } moment ? ((moment - _began) / _day).ToString("0.0", CultureInfo.InvariantCulture) : "-";

    private static string Order(IReadOnlyList<long> sequences) => sequences.Count == 0 ? "-" : $"{sequences[0]} … {sequences[^1]}";

    private static Task Until(DateTimeOffset moment) => Task.Delay(TimeSpan.FromTicks(Math.Max(0, (moment - Now).Ticks)));
}
