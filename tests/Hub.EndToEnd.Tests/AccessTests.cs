using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests;

/// <summary>I7: a State speaks for itself, and every key opens its own doors only.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class AccessTests(SharedHub shared)
{
    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task A_State_cannot_submit_for_another()
    {
        var answer = (await (await _hub.Office("FRA")).Post("api/notices", SampleNotices.Designation("AND"))).Expect(403);

        Assert.Equal("Not your State", answer["title"]);
        Assert.Empty((await _hub.Secretariat.Get("api/notices?state=AND")).Expect(200).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_State_cannot_tell_whether_a_notice_of_another_exists()
    {
        var id = await _hub.Submit(await _hub.Office("ESP"), SampleNotices.Membership("ESP", "iberred", "ours"));
        var other = await _hub.Office("FRA");

        var existing = (await other.Get($"api/notices/{id}")).Expect(403);
        var invented = (await other.Get("api/notices/ESP-00000000000000000000000000000000")).Expect(403);

        Assert.Equal(existing.Text, invented.Text);
        (await other.Get("api/notices?state=ESP")).Expect(403);
        Assert.DoesNotContain(id, (await other.Get("api/notices")).Expect(200).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_State_cannot_confirm_for_another()
    {
        var id = await _hub.Submit(await _hub.Office("PRT", "AUTHORITY"), SampleNotices.Designation("PRT"), routedTo: "HELD");

        (await (await _hub.Office("FRA")).Post($"api/notices/{id}/confirmation", new JsonObject())).Expect(403);

        await _hub.Reaches(id, "HELD");
    }

    [Fact]
    public async Task What_an_authority_says_of_its_own_designation_waits_for_its_mission()
    {
        var authority = await _hub.Office("ITA", "AUTHORITY");
        var id = await _hub.Submit(authority, SampleNotices.Designation("ITA"), routedTo: "HELD");

        (await _hub.Secretariat.Post($"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE" })).Expect(409);
        (await authority.Post($"api/notices/{id}/confirmation", new JsonObject())).Expect(409);
        var confirmed = (await (await _hub.Office("ITA")).Post($"api/notices/{id}/confirmation", new JsonObject())).Expect(200);

        Assert.Equal(("REVIEW", "MISSION of ITA"), (confirmed["status"], confirmed["confirmedBy"]));
    }

    [Fact]
    public async Task One_reviewer_alone_cannot_change_who_is_competent()
    {
        var id = await _hub.Submit(await _hub.Office("AUT"), SampleNotices.Designation("AUT"));

        Assert.Equal("SECOND_REVIEW", (await _hub.Approve(id))["status"]);
        (await _hub.Secretariat.Post($"api/notices/{id}/decision", new JsonObject { ["decision"] = "APPROVE" })).Expect(409);

        Assert.Equal("COMMITTED", (await _hub.Approve(id, await _hub.Reviewer("second reviewer")))["status"]);
    }

    [Theory]
    [InlineData("GET", "api/notices")]
    [InlineData("POST", "api/notices")]
    [InlineData("POST", "api/notices/FRA-1/decision")]
    [InlineData("POST", "api/notices/FRA-1/confirmation")]
    [InlineData("PUT", "api/subscribers/m1")]
    [InlineData("GET", "api/subscribers")]
    [InlineData("GET", "api/recipients/m1/preferences")]
    [InlineData("PUT", "api/recipients/m1/preferences")]
    [InlineData("POST", "api/keys")]
    [InlineData("GET", "api/failures")]
    [InlineData("POST", "api/failures/1/retry")]
    [InlineData("POST", "api/mail/pause")]
    [InlineData("POST", "api/mail/resume")]
    public async Task Readers_and_partners_have_no_business_with_notices_and_administration(string method, string path)
    {
        foreach (var client in new[] { await _hub.Reader(), await _hub.PartnerNamed("a partner") })
            (await client.Send(new(method), path, new StringContent("{}", null, "application/json"))).Expect(403);
    }

    [Theory]
    [InlineData("POST", "api/endpoints")]
    [InlineData("GET", "api/endpoints")]
    [InlineData("PUT", "api/endpoints/1/state")]
    [InlineData("PUT", "api/endpoints/1/filter")]
    [InlineData("POST", "api/endpoints/1/replay")]
    [InlineData("POST", "api/endpoints/1/secret")]
    [InlineData("POST", "api/endpoints/1/test")]
    [InlineData("DELETE", "api/endpoints/1")]
    [InlineData("POST", "api/endpoints/1/consent")]
    [InlineData("PUT", "api/endpoints/1/url")]
    [InlineData("POST", "api/endpoints/1/url/confirmation")]
    [InlineData("POST", "api/endpoints/1/receipts")]
    public async Task Endpoints_are_the_partners_alone(string method, string path)
    {
        foreach (var client in new[] { await _hub.Reader(), await _hub.Office("FRA"), _hub.Secretariat })
            (await client.Send(new(method), path, new StringContent("{}", null, "application/json"))).Expect(403);
    }

    [Theory]
    [InlineData("api/endpoints/1/attempts")]
    [InlineData("api/endpoints/1/events/1")]
    public async Task What_was_sent_to_an_endpoint_is_for_its_partner_and_the_Secretariat_to_read(string path)
    {
        foreach (var client in new[] { await _hub.Reader(), await _hub.Office("FRA") })
            (await client.Get(path)).Expect(403);
        (await _hub.Secretariat.Get(path)).Expect(404);
        (await (await _hub.PartnerNamed("some partner")).Get(path)).Expect(404);
    }

    [Theory]
    [InlineData("GET", "api/partners")]
    [InlineData("PUT", "api/partners/somebody")]
    [InlineData("DELETE", "api/partners/somebody")]
    [InlineData("GET", "api/receipts")]
    public async Task Who_is_a_partner_is_the_Secretariats_alone(string method, string path)
    {
        foreach (var client in new[] { await _hub.Reader(), await _hub.Office("FRA"), await _hub.PartnerNamed("some partner") })
            (await client.Send(new(method), path, new StringContent("{}", null, "application/json"))).Expect(403);
    }

    [Fact]
    public async Task A_partner_sees_neither_the_restricted_directory_nor_the_endpoints_of_another()
    {
        var (one, other) = (await _hub.PartnerNamed("one partner"), await _hub.PartnerNamed("another partner"));
        var id = (await one.Post(
            "api/endpoints", new JsonObject { ["url"] = new Uri(_hub.Local.Partner, "hooks/own").ToString() })).Expect(201)["id"];

        (await one.Get("api/authorities")).Expect(403);
        (await other.Get($"api/endpoints/{id}/attempts")).Expect(404);
        (await other.Post($"api/endpoints/{id}/secret", new JsonObject())).Expect(404);
        (await other.Post($"api/endpoints/{id}/replay", new JsonObject { ["after"] = 0 })).Expect(404);
        (await other.Post($"api/endpoints/{id}/test", new JsonObject())).Expect(404);
        (await other.Send(HttpMethod.Delete, $"api/endpoints/{id}", null)).Expect(404);
        Assert.Empty((await other.Get("api/endpoints")).Expect(200).Json["items"]!.AsArray());
        (await one.Send(HttpMethod.Delete, $"api/endpoints/{id}", null)).Expect(204);
    }

    [Fact]
    public async Task A_caller_replaces_its_own_key_and_takes_it_away_and_no_other_callers()
    {
        var (partner, other) = (await _hub.PartnerNamed("rotating"), await _hub.PartnerNamed("not rotating"));
        var (own, others) = (await KeyOf(partner), await KeyOf(other));
        (await partner.Post($"api/keys/{others}/rotation", new JsonObject())).Expect(403);
        (await partner.Send(HttpMethod.Delete, $"api/keys/{others}", null)).Expect(403);
        (await partner.Post($"api/keys/{own}/rotation", new JsonObject())).Expect(201);
        (await partner.Send(HttpMethod.Delete, $"api/keys/{own}", null)).Expect(204);
    }

    [Theory]
    [InlineData("api/notices")]
    [InlineData("api/authorities")]
    [InlineData("api/events")]
    [InlineData("api/endpoints")]
    [InlineData("api/failures")]
    public async Task Without_a_key_and_with_an_unknown_one_nothing_opens(string path)
    {
        var without = (await _hub.Nobody.Get(path)).Expect(401);
        var unknown = (await _hub.Nobody.Get(path, ("Authorization", "Bearer hub_SECRETARIAT_guessed"))).Expect(401);

        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.ToString());
        Assert.Equal(without.Text, unknown.Text);
    }

    [Theory]
    [InlineData("GET", "api/notices")]
    [InlineData("POST", "api/keys")]
    [InlineData("POST", "api/notices/FRA-1/decision")]
    public async Task Where_nobody_signs_in_a_header_that_says_somebody_did_opens_nothing(string method, string path)
    {
        var forged = await _hub.Nobody.Send(
            new(method), path, new StringContent("{}", null, "application/json"), SignedIn.As(SignedIn.Anna));

        Assert.DoesNotContain("/.auth/", forged.Expect(401).Text, StringComparison.Ordinal);
    }

    private static async Task<string> KeyOf(ApiClient client) =>
        (string)Assert.Single((await client.Get("api/keys")).Expect(200).Json["items"]!.AsArray())!["id"]!;
}
