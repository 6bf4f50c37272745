using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Delivery;

/// <summary>Who belongs to which network: from a State's claim to the page.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class NetworkTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task A_claim_goes_to_the_networks_secretariat_and_with_its_word_to_the_page()
    {
        (await _hub.Secretariat.Put("api/partners/casc", SampleNotices.Object(
            """{ "contact": { "address": "office@casc.example", "language": "en", "name": "CASC" } }"""))).Expect(200);
        var id = await _hub.Submit(await _hub.Office("ETH"), SampleNotices.Membership("ETH", "casc", "We have joined."), "QUERY");
        await Eventually.True(
            async () => (await _hub.Delivered("office@casc.example")).Any(m => m.Contains(id, StringComparison.Ordinal)),
            "its contact is asked");
        var casc = await _hub.PartnerNamed("casc");
        var claim = Assert.Single(Claims((await casc.Get("api/claims")).Expect(200)), c => (string?)c!["notice"] == id)!;
        Assert.Equal(("ETH", "casc"), ((string?)claim["state"], (string?)claim["network"]));

        Assert.DoesNotContain(
            Claims((await (await _hub.PartnerNamed("ejn")).Get("api/claims")).Expect(200)), c => (string?)c!["notice"] == id);
        (await (await _hub.PartnerNamed("ejn")).Post($"api/claims/{id}", new JsonObject { ["network"] = "casc", ["listed"] = true }))
            .Expect(403);
        (await (await _hub.PartnerNamed("nobody in particular")).Get("api/claims")).Expect(403);
        (await (await _hub.Office("ETH")).Post($"api/claims/{id}", new JsonObject { ["listed"] = true })).Expect(403);

        Assert.Equal("REVIEW", (string?)(await casc.Post($"api/claims/{id}", new JsonObject { ["listed"] = true })).Expect(200)["status"]);
        Assert.Equal("COMMITTED", (await _hub.Approve(id))["status"]);
        await Eventually.True(
            async () => (await _hub.Nobody.Get("networks/en/casc.html")).Expect(200).Text.Contains("Ethiopia", StringComparison.Ordinal),
            "the page shows it");
        Assert.Contains("Ethiopia – CASC", (await _hub.Nobody.Get("networks/en/changes.atom")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_name_leads_to_the_page_and_what_is_nowhere_is_said_in_the_readers_language()
    {
        Assert.EndsWith("/networks/en/ejn.html", await Final("networks/en/ejm.html"), StringComparison.Ordinal);
        Assert.EndsWith("/networks/fr/states/TUR.html", await Final("networks/fr/states/turkey.html"), StringComparison.Ordinal);
        Assert.Contains("No such page", (await _hub.Nobody.Get("networks/en/nowhere.html")).Expect(404).Text, StringComparison.Ordinal);
    }

    private static JsonArray Claims(Answer answer) => answer.Json["items"]!.AsArray();

    private async Task<string> Final(string path)
    {
        using var http = new HttpClient { BaseAddress = _hub.Local.Address };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode);
        return answer.RequestMessage!.RequestUri!.ToString();
    }
}
