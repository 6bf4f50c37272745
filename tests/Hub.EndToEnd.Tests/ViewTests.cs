using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests;

/// <summary>Every view of a hub that runs is as its contract says: the clients hold each response against it.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class ViewTests(SharedHub shared)
{
    private const string Name = "views";

    // Seen where there is something to see: in the tests of mails, editions, erasures, forms and pages.
    private static readonly string[] Elsewhere =
        ["GetMail", "GetEdition", "GetPublicationRequest", "ListEditionDeliveries", "GetErasure", "GetForm", "ShowNetworkPages", "ShowEditionAbstract"];

    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task What_can_be_read_is_as_the_contract_says()
    {
        var notice = await _hub.Submit(await _hub.Office("LSO"), SampleNotices.Membership("LSO", "casc", "We have joined."), "QUERY");
        var record = await _hub.Designate(await _hub.Office("LSO"), SampleNotices.Designation("LSO"));
        var (partner, endpoint) = (await _hub.PartnerNamed(Name), await _hub.Listen(Name));
        await Changed(partner, endpoint);
        await Saved();
        await _hub.AllSent();
        var last = (await _hub.Events()).Count;
        var views = new Dictionary<string, string>
        {
            ["ListNotices"] = "api/notices",
            ["GetNotice"] = $"api/notices/{notice}",
            ["ListDocuments"] = $"api/notices/{notice}/documents",
            ["ListMails"] = "api/mails",
            ["ListClaims"] = "api/claims",
            ["ListAuthorities"] = "api/authorities",
            ["GetAuthority"] = $"api/authorities/{record}",
            ["GetDirectoryPackage"] = "api/directory/package",
            ["ListLaws"] = "api/laws",
            ["GetLaw"] = $"api/laws/{await Law()}",
            ["GetLawPackage"] = "api/laws/package",
            ["ListEvents"] = "api/events",
            ["GetDigest"] = "api/events/digest",
            ["GetStateDigests"] = "api/events/digest/states",
            ["ProveInclusion"] = "api/events/digest/inclusion",
            ["ProveConsistency"] = "api/events/digest/consistency",
            ["GetHead"] = "api/events/head",
            ["VerifyEvents"] = "api/events/verify",
            ["ListAttempts"] = $"api/endpoints/{endpoint}/attempts",
            ["ExplainDelivery"] = $"api/endpoints/{endpoint}/events/{last}",
            ["ListReceipts"] = "api/receipts",
            ["ListPartners"] = "api/partners",
            ["ListNetworks"] = "api/networks",
            ["GetNetwork"] = "api/networks/wacap",
            ["GetNetworksOfState"] = "api/states/SEN/networks",
            ["KeySet"] = ".well-known/jwks.json",
            ["ListKeys"] = "api/keys",
            ["ListSubscribers"] = "api/subscribers",
            ["ListFailures"] = "api/failures",
            ["Healthz"] = "healthz",
            ["GetOpenApi"] = "api/openapi.json",
            ["ListEditions"] = "api/editions",
            ["ReadPreferences"] = $"api/recipients/{Name}/preferences",
            ["ListQuality"] = "api/quality",
            ["PlanAsking"] = "api/quality/ask",
            ["ListActions"] = "api/actions",
            ["ListErasures"] = "api/erasures",
            ["ListEndpoints"] = "api/endpoints",
        };
        Assert.Equal(await InJson(), views.Keys.Concat(Elsewhere).Order(StringComparer.Ordinal));
        foreach (var (view, path) in views)
        {
            var read = (await (view == "ListEndpoints" ? partner : _hub.Secretariat).Get(path)).Expect(200).Json;
            // A list of nothing would be as any contract says.
            if (view is not ("ListDocuments" or "ListMails" or "ListFailures" or "ListEditions" or "ListQuality" or "PlanAsking" or "ListErasures"))
                Assert.NotEqual(0, (read["items"] as JsonArray)?.Count);
        }
    }

    // Approved by two, as everything that everybody reads as the law of a State.
    private async Task<string> Law()
    {
        var id = await _hub.Submit(await _hub.Office("LSO"), SampleNotices.Law("LSO"));
        await _hub.Approve(id);
        Assert.Equal("COMMITTED", (await _hub.Approve(id, await _hub.Reviewer("second reviewer")))["status"]);
        return (await _hub.Events()).Single(e => (string?)e["data"]!["noticeId"] == id)["data"]!["lawId"]!.ToString();
    }

    private async Task<IEnumerable<string>> InJson() =>
        from path in (JsonObject)(await _hub.Nobody.Get("api/openapi.json")).Expect(200).Json["paths"]!
        let operation = path.Value!["get"]
        where operation?["responses"]!["200"]!["content"]?["application/json"] is not null
        let name = (string)operation["operationId"]!
        orderby name
        select name;

    // Each of these shows the endpoint.
    private static async Task Changed(ApiClient partner, string id)
    {
        (await partner.Put($"api/endpoints/{id}/filter", new JsonObject { ["states"] = new JsonArray("LSO") })).Expect(200);
        (await partner.Put($"api/endpoints/{id}/filter", new JsonObject())).Expect(200);
        (await partner.Put($"api/endpoints/{id}/state", new JsonObject { ["state"] = "PAUSED" })).Expect(200);
        (await partner.Put($"api/endpoints/{id}/state", new JsonObject { ["state"] = "ACTIVE" })).Expect(200);
        Assert.NotNull((string?)(await partner.Post($"api/endpoints/{id}/secret", new JsonObject())).Expect(200).Json["secret"]);
        Assert.True((bool)(await partner.Post($"api/endpoints/{id}/test", new JsonObject())).Expect(200).Json["delivered"]!);
        (await partner.Post($"api/endpoints/{id}/replay", new JsonObject { ["after"] = 0 })).Expect(200);
        var first = (await partner.Get("api/events?limit=1")).Expect(200).Json["items"]![0]!;
        (await partner.Post(
            $"api/endpoints/{id}/receipts", new JsonObject { ["sequence"] = 1, ["hash"] = (string)first["hash"]! })).Expect(200);
    }

    private async Task Saved()
    {
        (await _hub.Secretariat.Put($"api/partners/{Name}", SampleNotices.Object(
            """{ "contact": { "address": "office@views.example", "language": "en", "name": "Views" } }"""))).Expect(200);
        (await _hub.Secretariat.Put($"api/subscribers/{Name}", SampleNotices.Object(
            """{ "state": "LSO", "address": "mission@views.example", "language": "fr", "name": "Mission" }"""))).Expect(200);
        (await _hub.Secretariat.Put(
            $"api/recipients/{Name}/preferences", SampleNotices.Object("""{ "cadence": "WEEKLY", "states": ["LSO"] }"""))).Expect(200);
        (await _hub.Secretariat.Post("api/editions?dryRun=true", new JsonObject())).Expect(200);
    }
}
