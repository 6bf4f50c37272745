using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Faults;

/// <summary>I3 and I5 while a partner misbehaves.</summary>
[Collection(FaultyReceiversCollection.Name)]
public sealed class WebhookFaultTests(FaultyHub faulty)
{
    private readonly RunningHub _hub = faulty.Hub;

    [Theory]
    [InlineData("fails", """{ "kind": "fail", "status": 500, "count": 3, "match": "POST /hooks/fails" }""", 3)]
    [InlineData("refuses", """{ "kind": "fail", "status": 400, "count": 2, "match": "POST /hooks/refuses" }""", 2)]
    [InlineData("throttles", """{ "kind": "throttle", "retryAfter": 1, "count": 2, "match": "POST /hooks/throttles" }""", 2)]
    [InlineData("drops", """{ "kind": "dropConnection", "count": 2, "match": "POST /hooks/drops" }""", 2)]
    [InlineData("doubts", """{ "kind": "failAfterDoing", "status": 0, "count": 2, "match": "POST /hooks/doubts" }""", 2)]
    [InlineData("redirects", """{ "kind": "redirect", "location": "/hooks/elsewhere", "count": 1, "match": "POST /hooks/redirects" }""", 1)]
    public async Task Events_stay_in_order_behind_one_that_does_not_arrive(string hook, string fault, int failures)
    {
        await faulty.PartnerDoes(fault);
        var start = (await _hub.Events()).Count;
        var endpoint = await _hub.Listen(hook);

        for (var i = 0; i < 3; i++)
            await faulty.Change();
        await faulty.AllSent();

        var received = await _hub.Received(hook);
        Assert.Equal([start + 1, start + 2, start + 3], received.Select(r => r.Sequence).Distinct());
        Assert.All(received, r => Assert.True(r.IsSigned));
        var first = (await Attempts(hook, endpoint)).Where(a => (int)a!["sequence"]! == start + 1).ToList();
        Assert.Equal(failures + 1, first.Count);
        Assert.Equal(["delivered"], first.Select(a => (string)a!["outcome"]!).Where(o => o == "delivered"));
        Assert.Single(first.Select(a => (string)a!["id"]!).Distinct());
        Assert.Empty(await _hub.Received("elsewhere"));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_disabled_and_goes_on_where_it_stopped_when_it_is_back()
    {
        await faulty.PartnerDoes("""{ "kind": "fail", "status": 410, "match": "POST /hooks/gone" }""");
        var start = (await _hub.Events()).Count;
        var endpoint = await _hub.Listen("gone");
        await faulty.Change();
        var partner = await _hub.PartnerNamed("gone");
        await Eventually.True(async () => (await State(partner))["state"]!.ToString() == "DISABLED", "the endpoint is disabled");
        Assert.Contains("410", (await State(partner))["reason"]!.ToString(), StringComparison.Ordinal);

        await faulty.Change();
        await faulty.AllSent();
        Assert.Empty(await _hub.Received("gone"));
        (await partner.Put($"api/endpoints/{endpoint}/state", new JsonObject { ["state"] = "ACTIVE" })).Expect(200);
        await faulty.AllSent();

        Assert.Equal([start + 1, start + 2], (await _hub.Received("gone")).Select(r => r.Sequence));
        Assert.Null((await State(partner))["reason"]);
    }

    [Fact]
    public async Task A_paused_endpoint_gets_what_it_missed()
    {
        var start = (await _hub.Events()).Count;
        var endpoint = await _hub.Listen("paused");
        var partner = await _hub.PartnerNamed("paused");
        (await partner.Put($"api/endpoints/{endpoint}/state", new JsonObject { ["state"] = "PAUSED" })).Expect(200);
        await faulty.Change();
        await faulty.AllSent();
        Assert.Empty(await _hub.Received("paused"));

        (await partner.Put($"api/endpoints/{endpoint}/state", new JsonObject { ["state"] = "ACTIVE" })).Expect(200);
        await faulty.AllSent();

        Assert.Equal([start + 1], (await _hub.Received("paused")).Select(r => r.Sequence));
    }

    [Fact]
    public async Task A_deleted_endpoint_gets_nothing_and_holds_nothing_up()
    {
        var endpoint = await _hub.Listen("deleted");
        (await (await _hub.PartnerNamed("deleted")).Send(HttpMethod.Delete, $"api/endpoints/{endpoint}", null)).Expect(204);

        await faulty.Change();
        await faulty.AllSent();

        Assert.Empty(await _hub.Received("deleted"));
    }

    private static async Task<JsonNode> State(ApiClient partner) => (await partner.Get("api/endpoints")).Expect(200).Json["items"]![0]!;

    private async Task<JsonArray> Attempts(string partner, string endpoint) =>
        (await (await _hub.PartnerNamed(partner)).Get($"api/endpoints/{endpoint}/attempts")).Expect(200).Json["items"]!.AsArray();
}
