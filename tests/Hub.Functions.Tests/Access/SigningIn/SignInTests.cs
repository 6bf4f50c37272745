using System.Text;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.Access.SigningIn;

/// <summary>The platform's header opens the Secretariat's doors where sign-in is switched on, and no door otherwise.</summary>
public sealed class SignInTests : SignInCase
{
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

    private static string Base64(string text) => Convert.ToBase64String(Encoding.Latin1.GetBytes(text));
}
