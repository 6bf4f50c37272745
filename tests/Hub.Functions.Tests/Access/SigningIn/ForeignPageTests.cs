namespace Hub.Functions.Tests.Access.SigningIn;

public sealed class ForeignPageTests : SignInCase
{
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
}
