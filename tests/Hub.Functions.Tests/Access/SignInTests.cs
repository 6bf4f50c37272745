using System.Text;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Tests.Access;

/// <summary>The platform's header opens the Secretariat's doors where sign-in is switched on, and no door otherwise.</summary>
public sealed class SignInTests
{
    private const string Key = "hub_SECRETARIAT_1";
    private static readonly Caller ByKey = new("by key", CallerKind.Secretariat);
    private static readonly Uri Home = new("https://hub.example.org/");

    public static TheoryData<string> Malformed =>
    [
        "", "no base64!", "e30", Base64("{"), Base64("[]"), Base64("null"), Base64("{}"), Base64("\"aad\""),
        Base64("""{ "auth_typ": "aad" }"""), Base64("""{ "auth_typ": "aad", "claims": null }"""),
        Base64("""{ "auth_typ": "aad", "claims": [ null, {} ] }"""), Base64("""{ "auth_typ": "aad", "claims": { "typ": "oid" } }"""),
        Base64("""{ "auth_typ": 1, "claims": [] }"""), Base64(string.Concat(Enumerable.Repeat("[", 500))), Base64("\u0000\u00ff"),
    ];

    public static TheoryData<string> NotThisPersonsSignIn =>
    [
        new Principal { AuthTyp = "github" }.Header(),
        new Principal().Without("aud").Header(),
        new Principal().With("aud", "00000000-0000-0000-0000-000000000001").Header(),
        new Principal().And("aud", "00000000-0000-0000-0000-000000000001").Header(),
        new Principal().Without(Principal.ObjectId).Header(),
        new Principal().With(Principal.ObjectId, "the first key").Header(),
        new Principal().With(Principal.ObjectId, Guid.Empty.ToString()).Header(),
        new Principal().With(Principal.ObjectId, null).Header(),
        new Principal().And("oid", Principal.Boris).Header(),
    ];

    [Fact]
    public async Task Somebody_who_signed_in_with_the_role_is_the_Secretariat_by_object_id()
    {
        foreach (var principal in new[]
        {
            new Principal(), new Principal().With("aud", $"api://{Principal.Application}"), new Principal().And("oid", Principal.Anna),
        })
            Assert.Equal(
                new Caller(Principal.Anna, CallerKind.Secretariat) { SignedIn = true, FullName = "Somebody" },
                await On().Require(Request("GET", principal.Header()), CallerKind.Secretariat));
    }

    [Fact]
    public async Task Two_who_signed_in_are_two_reviewers()
    {
        var one = await On().RequireReviewer(Own(new Principal()));
        var other = await On().RequireReviewer(Own(Principal.Of(Principal.Boris, "Reviewer")));
        Assert.Equal((Principal.Anna, Principal.Boris), (one.Name, other.Name));
    }

    [Fact]
    public async Task Where_sign_in_is_switched_off_the_header_opens_nothing() =>
        await Refused(401, Off(), Request("GET", new Principal().Header()));

    [Theory]
    [MemberData(nameof(Malformed))]
    [MemberData(nameof(NotThisPersonsSignIn))]
    public async Task A_header_that_is_not_one_persons_sign_in_to_this_application_opens_nothing(string header) =>
        await Refused(401, On(), Request("GET", header));

    [Fact]
    public async Task Two_headers_open_nothing() =>
        await Refused(401, On(), Request("GET", new Principal().Header(), Principal.Of(Principal.Boris, "Reviewer").Header()));

    [Theory]
    [InlineData(SecretariatRoles.Reviewer, "Reviewer")]
    [InlineData(SecretariatRoles.Editor, "Editor")]
    [InlineData(SecretariatRoles.Administrator, "Administrator")]
    [InlineData(SecretariatRoles.Reviewer | SecretariatRoles.Administrator, "Reviewer", "Administrator", "Reader")]
    public async Task The_roles_of_Entra_say_what_somebody_may_do(SecretariatRoles roles, params string[] claims) =>
        Assert.Equal(
            roles, (await On().Require(Request("GET", Principal.Of(Principal.Anna, claims).Header()), CallerKind.Secretariat)).Roles);

    [Fact]
    public async Task What_is_for_one_role_is_not_done_by_another()
    {
        var editor = Own(Principal.Of(Principal.Anna, "Editor"));
        foreach (var require in new Func<HttpRequest, Task<Caller>>[]
        {
            r => On().RequireReviewer(r), r => On().RequirePerson(r), r => On().RequireVisitor(r, SecretariatRoles.Reviewer),
        })
            Assert.Equal(
                (403, Callers.NotForRole),
                await Assert.ThrowsAsync<ApiException>(() => require(editor)) is var e ? (e.Status, e.Message) : default);
        Assert.Equal(Principal.Anna, (await On().RequireVisitor(editor, SecretariatRoles.All)).Name);
    }

    [Theory]
    [InlineData("Anna Example", "name")]
    [InlineData("anna@hub.example", "preferred_username")]
    [InlineData(null, "email")]
    [InlineData(null, "name", 101)]
    public async Task Colleagues_know_somebody_by_the_name_that_Entra_has_where_it_has_one(string? name, string claim, int? length = null)
    {
        var said = length is { } long_ ? new string('a', long_) : name ?? "anna@hub.example";
        var principal = Principal.Of(Principal.Anna, "Editor").And(claim, said);
        Assert.Equal(name, (await On().Require(Request("GET", principal.Header()), CallerKind.Secretariat)).FullName);
    }

    [Fact]
    public async Task Without_the_header_nothing_opens_and_the_answer_says_where_to_sign_in() =>
        Assert.Contains("/.auth/login/aad", (await Refused(401, On(), Request("GET"))).Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("reviewer")]
    [InlineData("Secretariat")]
    [InlineData("Reader")]
    [InlineData("")]
    public async Task Without_the_role_somebody_who_signed_in_is_nobody(string role) =>
        await Refused(403, On(), Request("GET", Principal.Of(Principal.Anna, role).Header()));

    [Theory]
    [InlineData("Origin", "https://elsewhere.example.org")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://hub.example.org.elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Accept", "no browser says nothing of it")]
    public async Task Pages_of_other_sites_cannot_use_somebodys_session(string header, string value)
    {
        var request = Request("POST", new Principal().Header());
        request.Headers[header] = value;
        await Refused(403, On(), request);
    }

    [Theory]
    [InlineData("Origin", "https://hub.example.org")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task The_hubs_own_pages_can(string header, string value)
    {
        var request = Request("POST", new Principal().Header());
        request.Headers[header] = value;
        Assert.Equal(Principal.Anna, (await On().RequireReviewer(request)).Name);
    }

    [Fact]
    public async Task A_key_goes_on_working_but_takes_no_decisions()
    {
        var request = Request("POST", new Principal().Header());
        request.Headers.Authorization = $"Bearer {Key}";
        Assert.Equal("by key", (await On().Require(request, CallerKind.Secretariat)).Name);
        Assert.Equal("Not by key", (await Assert.ThrowsAsync<ApiException>(() => On().RequireReviewer(request))).Message);
        Assert.Equal("by key", (await Off().RequireReviewer(request)).Name);
    }

    [Fact]
    public async Task A_token_of_Entra_in_place_of_a_key_is_the_platforms_to_judge()
    {
        var request = Request("POST", new Principal().Header());
        request.Headers.Authorization = "Bearer eyJ0eXAiOiJKV1Qi";
        Assert.Equal(Principal.Anna, (await On().RequireReviewer(request)).Name);
    }

    private static Callers On() => new(MemoryKeys.With(Key, ByKey), new(new(Guid.Parse(Principal.Application), Home)));

    private static Callers Off() => new(MemoryKeys.With(Key, ByKey), new(new(null, Home)));

    // Sent by a page of the hub's.
    private static HttpRequest Own(Principal principal)
    {
        var request = Request("POST", principal.Header());
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        return request;
    }

    private static HttpRequest Request(string method, params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        if (headers.Length > 0)
            request.Headers["X-MS-CLIENT-PRINCIPAL"] = headers;
        return request;
    }

    private static async Task<ApiException> Refused(int status, Callers callers, HttpRequest request)
    {
        var refusal = await Assert.ThrowsAsync<ApiException>(() => callers.Require(request, CallerKind.Secretariat));
        Assert.Equal(status, refusal.Status);
        return refusal;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.Latin1.GetBytes(text));
}
