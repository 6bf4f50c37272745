using Hub.Functions.Errors;
using Hub.Notices.Access;

namespace Hub.Functions.Tests.Access.SigningIn;

public sealed class WithoutSignInTests : SignInCase
{
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
}
