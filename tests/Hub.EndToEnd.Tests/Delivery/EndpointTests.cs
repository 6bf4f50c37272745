using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Faults;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Delivery;

/// <summary>What a partner does with its endpoints, and what then arrives.</summary>
[Collection(FaultyReceiversCollection.Name)]
public sealed class EndpointTests(FaultyHub fixture)
{
    private readonly RunningHub _hub = fixture.Hub;

    [Fact]
    public async Task A_filtered_endpoint_gets_what_it_wants_and_moves_past_the_rest()
    {
        var endpoint = await _hub.Listen("filtered");
        var partner = await _hub.PartnerNamed("filtered");
        await Set(partner, endpoint, """{ "states": ["GHA"] }""");
        await fixture.Change();
        await fixture.AllSent();
        Assert.Empty(await _hub.Received("filtered"));

        await Set(partner, endpoint, "{}");
        await fixture.Change();
        await fixture.AllSent();

        Assert.Equal([(long)(await _hub.Events()).Count], (await _hub.Received("filtered")).Select(r => r.Sequence));
    }

    [Theory]
    [InlineData("""{ "states": ["QQQ"] }""", "QQQ")]
    [InlineData("""{ "networks": ["no-such-network"] }""", "no-such-network")]
    [InlineData("""{ "types": ["directory.authority.amendet"] }""", "types")]
    [InlineData("""{ "matter": ["MLA"] }""", "matter")]
    public async Task A_filter_that_can_match_nothing_is_refused(string filter, string named)
    {
        var partner = await _hub.PartnerNamed("wrong filter");
        var body = new JsonObject { ["url"] = new Uri(_hub.Local.Partner, "hooks/wrong").ToString(), ["filter"] = JsonNode.Parse(filter) };
        Assert.Contains(named, (await partner.Post("api/endpoints", body)).Expect(422).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_endpoints_are_asked_for_at_once_a_partner_has_twenty_at_most()
    {
        var partner = await _hub.PartnerNamed("many");
        var asked = await Task.WhenAll(Enumerable.Range(0, 30).Select(Ask));
        Assert.Contains(asked, a => a.Status == 409);
        for (var i = 30; i < 50; i++)
            await Ask(i);
        var kept = (JsonArray)(await partner.Get("api/endpoints")).Expect(200).Json["items"]!;
        Assert.Equal(20, kept.Count);
        foreach (var endpoint in kept)
            (await partner.Send(HttpMethod.Delete, $"api/endpoints/{endpoint!["id"]}", null)).Expect(204);

        Task<Answer> Ask(int i) => partner.Post(
            "api/endpoints", new JsonObject { ["url"] = new Uri(_hub.Local.Partner, $"hooks/many-{i}").ToString() });
    }

    [Fact]
    public async Task After_a_rotation_the_new_secret_verifies_and_so_does_the_old_one_until_its_time_is_over()
    {
        var endpoint = await _hub.Listen("rotated");
        var partner = await _hub.PartnerNamed("rotated");
        var rotated = (await partner.Post($"api/endpoints/{endpoint}/secret", new JsonObject { ["overlapHours"] = 1 })).Expect(200);

        await fixture.Change();
        await fixture.AllSent();
        (await _hub.Partner.Put("control/hooks/rotated", new JsonObject { ["secret"] = rotated["secret"] })).Expect(204);
        await fixture.Change();
        await fixture.AllSent();
        Assert.Equal([true, true], (await _hub.Received("rotated")).Select(r => r.IsSigned));

        (await partner.Post($"api/endpoints/{endpoint}/secret", new JsonObject { ["overlapHours"] = 0 })).Expect(200);
        Assert.False((bool)(await Test(partner, endpoint))["delivered"]!);
        (await partner.Send(HttpMethod.Delete, $"api/endpoints/{endpoint}", null)).Expect(204);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("169")]
    public async Task An_overlap_of_more_than_a_week_is_refused(string hours)
    {
        var endpoint = await _hub.Listen($"overlap {hours}");
        (await (await _hub.PartnerNamed($"overlap {hours}"))
            .Post($"api/endpoints/{endpoint}/secret", JsonNode.Parse($$"""{ "overlapHours": {{hours}} }""")!)).Expect(422);
    }

    [Fact]
    public async Task A_replay_delivers_everything_again_in_order_under_the_same_ids()
    {
        var start = (await _hub.Events()).Count;
        var endpoint = await _hub.Listen("replayed");
        await fixture.Change();
        await fixture.Change();
        await fixture.AllSent();

        var partner = await _hub.PartnerNamed("replayed");
        (await partner.Post($"api/endpoints/{endpoint}/replay", new JsonObject { ["after"] = start })).Expect(200);
        await fixture.AllSent();

        var received = await _hub.Received("replayed");
        Assert.Equal([start + 1, start + 2, start + 1, start + 2], received.Select(r => r.Sequence));
        Assert.Equal(received[0].Id, received[2].Id);
        (await partner.Post($"api/endpoints/{endpoint}/replay", new JsonObject { ["after"] = start + 9 })).Expect(422);
    }

    [Fact]
    public async Task A_test_event_says_at_once_whether_it_arrived()
    {
        var endpoint = await _hub.Listen("tested");
        var partner = await _hub.PartnerNamed("tested");
        Assert.True((bool)(await Test(partner, endpoint))["delivered"]!);

        await fixture.PartnerDoes("""{ "kind": "fail", "status": 503, "count": 1, "match": "POST /hooks/tested" }""");
        var failed = await Test(partner, endpoint);

        Assert.Contains("503", (string)failed["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_receiver_consents_nothing_is_sent_and_afterwards_everything()
    {
        await fixture.PartnerDoes("""{ "kind": "fail", "status": 403, "count": 1, "match": "OPTIONS /hooks/asked" }""");
        var start = (await _hub.Events()).Count;
        var endpoint = await _hub.Listen("asked");
        var partner = await _hub.PartnerNamed("asked");
        Assert.Equal(("AWAITING_CONSENT", "DENIED"), (await State(partner), (string)(await View(partner))["consent"]!["answer"]!));
        await fixture.Change();
        await fixture.AllSent();
        (await partner.Post($"api/endpoints/{endpoint}/test", new JsonObject())).Expect(409);
        Assert.Empty(await _hub.Received("asked"));
        Assert.Equal("AWAITING_CONSENT", (await partner.Get($"api/endpoints/{endpoint}/events/{start + 1}")).Expect(200)["fate"]);

        await fixture.PartnerDoes("""{ "kind": "fail", "status": 405, "count": 1, "match": "OPTIONS /hooks/asked" }""");
        Assert.Equal("ACTIVE", (await partner.Post($"api/endpoints/{endpoint}/consent", new JsonObject())).Expect(200)["state"]);
        await fixture.AllSent();

        Assert.NotNull((await _hub.Asked("asked", "directory.endpoint.consent"))["data"]!["challenge"]);
        Assert.Equal([start + 1], (await _hub.Received("asked")).Select(r => r.Sequence));
        Assert.Equal("DELIVERED", (await partner.Get($"api/endpoints/{endpoint}/events/{start + 1}")).Expect(200)["fate"]);
    }

    [Theory]
    [InlineData("https://10.0.0.7/hook")]
    [InlineData("https://2852039166/latest/meta-data/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("http://partner.example/hook")]
    public async Task An_address_behind_the_walls_is_refused(string url) =>
        (await (await _hub.PartnerNamed("liar")).Post("api/endpoints", new JsonObject { ["url"] = url })).Expect(422);

    [Theory]
    [InlineData("moved by event", false)]
    [InlineData("moved by mail", true)]
    public async Task Another_address_is_used_once_the_code_has_come_back(string name, bool byMail)
    {
        var (from, to) = (byMail ? "mail-from" : "from", byMail ? "mail-to" : "to");
        var endpoint = await _hub.Listen(from);
        var partner = await _hub.PartnerNamed(from);
        (await _hub.Secretariat.Put($"api/partners/{from}", SampleNotices.Object(
            $$"""{ "contact": { "address": "{{from}}@partner.example", "language": "es", "name": "{{name}}" } }"""))).Expect(200);
        var body = new JsonObject
        {
            ["url"] = new Uri(_hub.Local.Partner, $"hooks/{to}").ToString(), ["via"] = byMail ? "CONTACT" : "ENDPOINT",
        };
        (await partner.Put($"api/endpoints/{endpoint}/url", body)).Expect(202);
        await fixture.Change();
        await fixture.AllSent();
        Assert.Single(await _hub.Received(from));

        var code = byMail
            ? Regex.Match((await _hub.Delivered($"{from}@partner.example"))[^1], "[0-9a-f]{32}").Value
            : (await _hub.Asked(from, "directory.endpoint.url-change"))["data"]!["code"]!.ToString();
        (await partner.Post($"api/endpoints/{endpoint}/url/confirmation", new JsonObject { ["code"] = "no" })).Expect(422);
        (await partner.Post($"api/endpoints/{endpoint}/url/confirmation", new JsonObject { ["code"] = code })).Expect(200);
        await fixture.Change();
        await fixture.AllSent();

        Assert.Single(await _hub.Received(from));
        Assert.Single(await _hub.Received(to));
    }

    [Fact]
    public async Task A_partner_that_is_none_any_more_gets_nothing_and_what_it_missed_once_it_is_back()
    {
        var start = (await _hub.Events()).Count;
        var endpoint = await _hub.Listen("revoked");
        var partner = await _hub.PartnerNamed("revoked");
        (await _hub.Secretariat.Send(HttpMethod.Delete, "api/partners/revoked", null)).Expect(200);
        await fixture.Change();
        await Eventually.True(
            async () => (await _hub.Secretariat.Get("api/receipts")).Json["items"]!.AsArray()
                .Any(i => (string)i!["endpoint"]! == endpoint && (string)i["state"]! == "DISABLED"),
            "the endpoint stops");
        (await partner.Get("api/endpoints")).Expect(401);
        Assert.Empty(await _hub.Received("revoked"));

        (await _hub.Secretariat.Put("api/partners/revoked", new JsonObject())).Expect(200);
        using var secretariat = _hub.Local.Client(LocalHub.FirstKey);
        using var again = new ApiClient(_hub.Local.Address, await secretariat.IssueKey("revoked", "PARTNER"));
        (await again.Put($"api/endpoints/{endpoint}/state", new JsonObject { ["state"] = "ACTIVE" })).Expect(200);
        await fixture.AllSent();
        Assert.Equal([start + 1], (await _hub.Received("revoked")).Select(r => r.Sequence));
    }

    private static async Task<string> State(ApiClient partner) => (string)(await View(partner))["state"]!;

    private static async Task<JsonNode> View(ApiClient partner) => (await partner.Get("api/endpoints")).Expect(200).Json["items"]![0]!;

    private static async Task Set(ApiClient partner, string endpoint, string filter) =>
        (await partner.Put($"api/endpoints/{endpoint}/filter", (JsonObject)JsonNode.Parse(filter)!)).Expect(200);

    private static async Task<JsonNode> Test(ApiClient partner, string endpoint) =>
        (await partner.Post($"api/endpoints/{endpoint}/test", new JsonObject())).Expect(200).Json;
}
