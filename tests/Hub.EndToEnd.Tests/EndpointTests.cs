using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Faults;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests;

/// <summary>What a partner does with its endpoints, and what then arrives.</summary>
public sealed class EndpointTests(FaultyHub fixture) : IClassFixture<FaultyHub>
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
        (await (await _hub.PartnerNamed($"overlap {hours}")).Post($"api/endpoints/{endpoint}/secret", JsonNode.Parse($$"""{ "overlapHours": {{hours}} }""")!)).Expect(422);
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

    private static async Task Set(ApiClient partner, string endpoint, string filter) =>
        (await partner.Put($"api/endpoints/{endpoint}/filter", (JsonObject)JsonNode.Parse(filter)!)).Expect(200);

    private static async Task<JsonNode> Test(ApiClient partner, string endpoint) =>
        (await partner.Post($"api/endpoints/{endpoint}/test", new JsonObject())).Expect(200).Json;
}
