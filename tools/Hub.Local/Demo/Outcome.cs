using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.LocalProcesses;

namespace Hub.Local.Demo;

/// <summary>What came out: webhooks, mails, the public page, the chain.</summary>
internal sealed class Outcome(Session session)
{
    private static readonly TimeSpan ArriveWithin = TimeSpan.FromSeconds(60);
    private readonly Mails _mails = new(session);
    private string? _role;
    private long _before;

    private string Hook => $"demo-{session.Run}";

    /// <summary>Registers a webhook endpoint, and its secret with the partner.</summary>
    public async Task Prepare()
    {
        session.Step("A partner network registers a webhook endpoint");
        foreach (var old in (await session.Partner.Get("api/endpoints")).Required()["items"]!.AsArray())
            if (((string)old!["url"]!).Contains("/hooks/demo-", StringComparison.Ordinal))
                await session.Partner.Send(HttpMethod.Delete, $"api/endpoints/{old["id"]}", null);
        _before = (long)(await session.Partner.Get("api/events/head")).Required()["sequence"]!;
        var url = new Uri(session.Ring.Partner, $"hooks/{Hook}");
        var endpoint = (await session.Partner.Post("api/endpoints", new JsonObject { ["url"] = url.ToString() })).Required();
        var keys = (await session.Partner.Get(".well-known/jwks.json")).Required();
        var registration = new JsonObject { ["secret"] = (string)endpoint["secret"]!, ["keySet"] = keys.DeepClone() };
        using var registered = await session.PartnerSite.PutAsJsonAsync($"control/hooks/{Hook}", registration);
        session.Expect(registered.IsSuccessStatusCode, $"{url} is told of what comes after event {_before}");
        _role = await new Networks(session).NextRole();
        await _mails.Prepare();
    }

    public async Task Show()
    {
        var head = (long)(await session.Partner.Get("api/events/head")).Required()["sequence"]!;
        session.Step($"Webhooks: {head - _before} events at the partner");
        await Webhooks(head);
        session.Step("Mails");
        await _mails.Show();
        session.Step("The public page");
        await new Networks(session).Show(_role!);
        session.Step("The log");
        var chain = (await session.Partner.Get("api/events/verify")).Required();
        session.Expect(
            (bool)chain["verified"]!, $"the chain of {chain["events"]} events verifies; head {((string)chain["head"]!["hash"]!)[..16]}…");
        session.Note($"From submission to the register, reviewers included: {Times(session.Committing)}.");
    }

    private async Task Webhooks(long head)
    {
        JsonArray received = [];
        await Eventually.True(async () => Sequences(received = await Received()).Contains(head), "", ArriveWithin)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var r in received)
            session.Screen.Line(
                $"   {r!["sequence"],6} {r["type"],-28} {r["event"]?["state"]} "
                + $"{((bool?)r["signatureValid"] == true ? "signature valid" : r["signatureProblem"])}");
        var sequences = Sequences(received).ToList();
        session.Expect(sequences.Distinct().Count() == head - _before, $"every event arrived ({received.Count} requests)");
        session.Expect(received.All(r => (bool?)r!["signatureValid"] == true), "every signature is right");
        session.Expect(sequences.Distinct().SequenceEqual(sequences.Distinct().Order()), "in order");
        var delays = received.Where(r => session.CommittedAt.ContainsKey(Sequence(r!))).Select(r => Delay(r!)).ToList();
        session.Note($"From the register to the partner: {Times(delays)}.");
    }

    private TimeSpan Delay(JsonNode receipt)
    {
        var late = (DateTimeOffset)receipt["receivedAt"]! - session.CommittedAt[Sequence(receipt)];
        return late > TimeSpan.Zero ? late : TimeSpan.Zero;
    }

    private async Task<JsonArray> Received() => (await session.PartnerSite.GetFromJsonAsync<JsonArray>($"control/hooks/{Hook}/received"))!;

    private static IEnumerable<long> Sequences(JsonArray received) => received.Select(r => Sequence(r!));

    private static long Sequence(JsonNode receipt) =>
        long.Parse(receipt["sequence"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    private static string Times(IReadOnlyCollection<TimeSpan> times) => times.Count == 0
        ? "not measured"
        : $"{times.Count} times, median {times.Order().ElementAt(times.Count / 2).TotalMilliseconds:0} ms, "
            + $"longest {times.Max().TotalMilliseconds:0} ms";
}
