using Hub.Functions.Site;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.Site;

/// <summary>A form's token is good for whoever read its page, in that session, and is never the same twice.</summary>
public sealed class FormTokenTests
{
    private readonly FormTokens _tokens = new(new FixedAccessLinkKey());

    [Fact]
    public async Task A_token_is_good_for_its_reader_in_its_session_and_for_nobody_else()
    {
        var token = await _tokens.Of(PageSite.Administrator, default);
        Assert.True(await _tokens.IsOf(PageSite.Administrator, token, default));
        Assert.False(await _tokens.IsOf(PageSite.Administrator with { Name = "Amina Diallo" }, token, default));
        Assert.False(await _tokens.IsOf(PageSite.Administrator with { Session = "session-2" }, token, default));
        Assert.False(await _tokens.IsOf(PageSite.Administrator with { Session = null }, token, default));
        Assert.NotEqual(token, await _tokens.Of(PageSite.Administrator, default));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64url!")]
    public async Task What_is_no_token_is_none(string? token) => Assert.False(await _tokens.IsOf(PageSite.Administrator, token, default));

    [Fact]
    public async Task A_token_of_which_any_sign_was_changed_is_none()
    {
        var token = await _tokens.Of(PageSite.Administrator, default);
        for (var i = 0; i < token.Length; i++)
        {
            var changed = $"{token[..i]}{(token[i] == 'A' ? 'Q' : 'A')}{token[(i + 1)..]}";
            Assert.False(await _tokens.IsOf(PageSite.Administrator, changed, default));
        }
        Assert.False(await _tokens.IsOf(PageSite.Administrator, $"{token}A", default));
        Assert.False(await _tokens.IsOf(PageSite.Administrator, token[..^2], default));
    }
}
