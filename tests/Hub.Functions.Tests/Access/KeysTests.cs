using System.Net.Mime;
using System.Text.Json.Nodes;
using System.Text;
using Hub.Functions.Access;
using Hub.Functions.Administration;
using Hub.Functions.Errors;
using Hub.Functions.Partners;
using Hub.Functions.Recipients;
using Hub.Functions.Tests.Documents;
using Hub.InMemory;
using Hub.Notices.Access;
using Hub.Register.States;
using Hub.Testing;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Access;

/// <summary>Keys as the API gives them out, lists them, replaces them and takes them away.</summary>
public sealed class KeysTests
{
    private const string First = "the-first-key";
    private static readonly Contract Contract = new(OpenApi.Build());
    private readonly MemoryKeys _keys = MemoryKeys.With(First, new(Caller.FirstKey, CallerKind.Secretariat));

    [Fact]
    public async Task A_key_is_issued_with_its_id_and_end_and_listed_without_itself()
    {
        var issued = await Issue(First, """{ "name": "wacap", "kind": "PARTNER", "expiresAt": "2030-01-01T00:00:00Z" }""");
        var listed = await List(First);
        Assert.Equal((string)issued["id"]!, (string)listed[1]!["id"]!);
        Assert.Equal("first key", (string)listed[1]!["issuedBy"]!);
        Assert.DoesNotContain((string)issued["key"]!, listed.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_other_than_the_Secretariat_sees_its_own_keys_only()
    {
        var own = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        await Issue(First, """{ "name": "ejn", "kind": "PARTNER" }""");
        Assert.Equal([(string)own["id"]!], (await List((string)own["key"]!)).Select(k => (string)k!["id"]!));
    }

    [Fact]
    public async Task A_key_is_replaced_without_a_gap_and_the_old_one_ends()
    {
        var old = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var fresh = await Rotate((string)old["key"]!, (string)old["id"]!, """{ "overlapHours": 1 }""");
        Assert.NotEqual((string)old["key"]!, (string)fresh["key"]!);
        Assert.Equal(2, (await List((string)old["key"]!)).Count);
        Assert.Equal(2, (await List((string)fresh["key"]!)).Count);
        await Rotate((string)fresh["key"]!, (string)fresh["id"]!, """{ "overlapHours": 0 }""");
        await Refused(401, () => List((string)fresh["key"]!));
    }

    [Theory]
    [InlineData("""{ "overlapHours": -1 }""")]
    [InlineData("""{ "overlapHours": 169 }""")]
    public async Task An_overlap_beyond_a_week_is_none(string body)
    {
        var old = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        await Refused(422, () => Rotate((string)old["key"]!, (string)old["id"]!, body));
    }

    [Fact]
    public async Task A_colleagues_key_is_not_replaced_and_a_partner_replaces_only_its_own()
    {
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var other = await Issue(First, """{ "name": "reviewer-2", "kind": "SECRETARIAT" }""");
        var partner = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        await Refused(403, () => Rotate((string)one["key"]!, (string)other["id"]!, "{}"));
        await Refused(403, () => Rotate((string)partner["key"]!, (string)one["id"]!, "{}"));
        await Rotate((string)one["key"]!, (string)one["id"]!, "{}");
        await Rotate((string)one["key"]!, (string)partner["id"]!, "{}");
    }

    [Fact]
    public async Task A_key_is_replaced_once_and_taken_away_with_those_before_and_after_it()
    {
        var old = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var fresh = await Rotate((string)old["key"]!, (string)old["id"]!, "{}");
        await Refused(409, () => Rotate((string)old["key"]!, (string)old["id"]!, "{}"));
        await Refused(409, () => Rotate(First, (string)old["id"]!, "{}"));
        Assert.Equal(204, (await Revoke(First, (string)old["id"]!)).Status);
        foreach (var key in new[] { old, fresh })
            await Refused(401, () => List((string)key["key"]!));
    }

    [Fact]
    public async Task A_key_counts_as_given_by_who_had_it_in_hand_last_and_its_holder_does_not_make_that_later()
    {
        var reviewer = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var mission = await Issue(First, """{ "name": "mission", "kind": "STATE", "state": "FRA", "role": "MISSION" }""");
        var own = await Rotate((string)mission["key"]!, (string)mission["id"]!, "{}");
        Assert.Null((await Given(own)).By);
        Assert.Equal(await Given(mission), await Given(own));
        var replaced = await Rotate((string)reviewer["key"]!, (string)own["id"]!, "{}");
        var given = await Given(replaced);
        Assert.Equal("reviewer-1", given.By);
        Assert.True(given.At > (await Given(own)).At);
        Assert.Equal(given, await Given(await Rotate((string)replaced["key"]!, (string)replaced["id"]!, "{}")));
    }

    [Fact]
    public async Task The_first_key_is_taken_away_where_it_is_set()
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => Revoke(First, ApiKey.IdOf(ApiKey.Hash(First))));
        Assert.Equal(409, refusal.Status);
        Assert.Contains("Hub__FirstKey", refusal.Detail, StringComparison.Ordinal);
        await List(First);
    }

    [Fact]
    public async Task A_key_is_taken_away_by_its_holder_or_the_Secretariat_and_by_nobody_else()
    {
        var one = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var other = await Issue(First, """{ "name": "ejn", "kind": "PARTNER" }""");
        await Refused(403, () => Revoke((string)one["key"]!, (string)other["id"]!));
        Assert.Equal(204, (await Revoke((string)one["key"]!, (string)one["id"]!)).Status);
        Assert.Equal(204, (await Revoke(First, (string)other["id"]!)).Status);
        await Refused(401, () => List((string)other["key"]!));
        await Refused(404, () => Revoke(First, (string)other["id"]!));
    }

    [Fact]
    public async Task The_first_key_issues_others_and_decides_nothing()
    {
        Assert.Equal(403, (await Assert.ThrowsAsync<ApiException>(() => Who().RequireReviewer(Request("POST", First)))).Status);
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        Assert.Equal("reviewer-1", (await Who().RequireReviewer(Request("POST", (string)one["key"]!))).Name);
    }

    [Fact]
    public async Task A_reviewers_key_that_another_made_is_the_same_person()
    {
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var other = await Issue((string)one["key"]!, """{ "name": "reviewer-9", "kind": "SECRETARIAT" }""");
        var fresh = await Rotate((string)other["key"]!, (string)other["id"]!, "{}");
        Assert.Equal("reviewer-1", (await Who().RequireReviewer(Request("POST", (string)fresh["key"]!))).Person);
        await Refused(422, () => Issue((string)one["key"]!, """{ "name": "First key", "kind": "SECRETARIAT" }"""));
    }

    [Fact]
    public async Task Where_people_sign_in_no_key_makes_keys_or_sets_addresses_but_a_partner_replaces_its_own()
    {
        var partner = await Issue(First, """{ "name": "wacap", "kind": "PARTNER" }""");
        var one = await Issue(First, """{ "name": "reviewer-1", "kind": "SECRETARIAT" }""");
        var on = new SignInSettings(Guid.Parse(Principal.Application), new("https://hub.example/"));
        foreach (var key in new[] { First, (string)one["key"]! })
        {
            await Refused(403, () => Issue(key, """{ "name": "reviewer-3", "kind": "SECRETARIAT" }""", on));
            await Refused(403, () => Rotate(key, (string)one["id"]!, "{}", on));
            await Refused(403, () => Revoke(key, (string)partner["id"]!, on));
            await Assert.ThrowsAsync<ApiException>(() => Who(on).RequirePerson(Request("PUT", key)));
        }
        // Nor is a partner's access, or a reader's links, ended by one.
        foreach (var end in new Func<HttpRequest, Task>[]
            {
                r => r.Enter<PartnerRegistry>(Who(on), nameof(PartnerRegistry.Revoke)),
                r => r.Enter<RecipientPreferences>(Who(on), nameof(RecipientPreferences.EndLinks)),
            })
            await Refused(403, () => end(Request("DELETE", (string)one["key"]!)));
        await Rotate((string)partner["key"]!, (string)partner["id"]!, "{}", on);
        var person = Request("POST", "", new Principal().Header());
        person.Body = new MemoryStream("""{ "name": "reader", "kind": "READER" }"""u8.ToArray());
        await person.Enter<Keys>(Who(on), nameof(Keys.Issue));
        Assert.Equal(201, (await Served.By(person, r => Function().Issue(r, default))).Status);
    }

    private async Task<(string? By, DateTimeOffset? At)> Given(JsonNode key) =>
        await _keys.Find((string)key["key"]!, default) is { } found ? (found.GivenBy, found.GivenAt) : default;

    private async Task<JsonNode> Issue(string key, string body, SignInSettings? signIn = null) =>
        Body("POST", "api/keys", 201, await Served.By(
            await With(Request("POST", key), body).Enter<Keys>(Who(signIn), nameof(Keys.Issue)), r => Function().Issue(r, default)));

    private async Task<JsonNode> Rotate(string key, string id, string body, SignInSettings? signIn = null) => Body(
        "POST", $"api/keys/{id}/rotation", 201,
        await Served.By(
            await With(Request("POST", key), body).Enter<Keys>(Who(signIn), nameof(Keys.Rotate), id),
            r => Function().Rotate(r, id, default)));

    private async Task<JsonArray> List(string key)
    {
        var served = await Served.By(await Request("GET", key).Enter<Keys>(Who(), nameof(Keys.List)), r => Function().List(r, default));
        return Body("GET", "api/keys", 200, served)["items"]!.AsArray();
    }

    private async Task<Served> Revoke(string key, string id, SignInSettings? signIn = null) => await Served.By(
        await Request("DELETE", key).Enter<Keys>(Who(signIn), nameof(Keys.Revoke), id), r => Function().Revoke(r, id, default));

    private static JsonNode Body(string method, string path, int status, Served served)
    {
        var body = JsonNode.Parse(served.Bytes)!;
        Assert.Equal(status, served.Status);
        Assert.Equal([], Contract.Broken(method, path, status, "application/json", body));
        return body;
    }

    private Keys Function() => new(_keys, new(_keys, new MemoryPeople(), new StateCatalog(true), TimeProvider.System));

    private Callers Who(SignInSettings? signIn = null) => new(_keys, new(signIn ?? new(null, new("https://hub.example/"))));

    private static HttpRequest Request(string method, string key, string? principal = null)
    {
        var request = Served.Request();
        (request.Method, request.ContentType) = (method, MediaTypeNames.Application.Json);
        request.Headers.Authorization = key.Length > 0 ? $"Bearer {key}" : default;
        if (principal is not null)
            (request.Headers["X-MS-CLIENT-PRINCIPAL"], request.Headers["Sec-Fetch-Site"]) = (principal, "same-origin");
        return request;
    }

    private static HttpRequest With(HttpRequest request, string body)
    {
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return request;
    }

    private static async Task Refused(int status, Func<Task> work) =>
        Assert.Equal(status, (await Assert.ThrowsAsync<ApiException>(work)).Status);
}
