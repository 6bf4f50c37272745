using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.InMemory;
using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Functions.Tests.Access;

/// <summary>The sign-in without a password works for a browser on the hub's own machine, and for nothing and nobody else.</summary>
public sealed class LocalSignInTests
{
    private const string Cookie = "hub-session";
    private const string Secret = "0123456789abcdef";
    private static readonly Uri Home = new("http://127.0.0.1:7071");
    private static readonly LocalPerson Amina = LocalPerson.All[0];
    private readonly FakeTimeProvider _clock = new(new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero));
    private readonly MemorySessions _sessions = new();

    [Theory]
    [InlineData("localhost:7071")]
    [InlineData("127.0.0.1:7071")]
    [InlineData("[::1]:7071")]
    public async Task Somebody_who_chose_a_person_is_that_person_until_the_session_ends(string host)
    {
        var begins = Request("POST", host);
        begins.Headers.Origin = $"http://{host}";
        await Local().Begin(begins, Amina, Secret, default);
        var set = $"{begins.HttpContext.Response.Headers.SetCookie}";
        Assert.Contains($"{Cookie}={Secret}", set, StringComparison.Ordinal);
        Assert.All(["httponly", "samesite=lax", "path=/"], part => Assert.Contains(part, set, StringComparison.OrdinalIgnoreCase));

        var caller = (await Local().Find(Request("GET", host, Secret)))!;
        Assert.Equal(
            (Amina.Name, Amina.Roles, true, ApiKey.IdOf(ApiKey.Hash(Secret))),
            (caller.Name, caller.Roles, caller.SignedIn, caller.Session));
        _clock.Advance(Session.Lasts);
        Assert.Null(await Local().Find(Request("GET", host, Secret)));
    }

    [Theory]
    [InlineData("hub.example.org")]
    [InlineData("localhost.example.org")]
    [InlineData("127.0.0.1.example.org")]
    [InlineData("192.0.2.7:7071")]
    [InlineData("")]
    public async Task Under_another_hosts_name_nobody_signs_in_and_no_session_counts(string host)
    {
        await Refused(() => Local().Begin(Own(host), Amina, Secret, default));
        await Begun();
        Assert.Null(await Local().Find(Request("GET", host, Secret)));
    }

    [Theory]
    [InlineData("Origin", "http://127.0.0.1:9999")]
    [InlineData("Origin", "http://localhost:7071")]
    [InlineData("Origin", "https://127.0.0.1:7071")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("X-Nothing", "no browser says neither")]
    public async Task Pages_of_other_origins_neither_begin_a_session_nor_use_one(string header, string value)
    {
        await Begun();
        var request = Request("POST", "127.0.0.1:7071", Secret);
        request.Headers[header] = value;
        await Refused(() => Local().Begin(request, Amina, "another", default));
        await Refused(() => Local().Find(request));
    }

    [Fact]
    public async Task A_session_that_somebody_ended_counts_no_more()
    {
        await Begun();
        await Local().End(Request("POST", "127.0.0.1:7071", Secret), default);
        Assert.Null(await Local().Find(Request("GET", "127.0.0.1:7071", Secret)));
        Assert.Empty(await _sessions.List(_clock.GetUtcNow(), default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    [InlineData(100_000)]
    public async Task A_cookie_that_no_sign_in_made_is_not_looked_up(int length)
    {
        var secret = new string('a', length);
        await _sessions.Begin(
            new(Amina.Name, Amina.Roles, _clock.GetUtcNow(), _clock.GetUtcNow() + Session.Lasts), secret, default);
        Assert.Null(await Local().Find(Request("GET", "127.0.0.1:7071", secret)));
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_sign_in()
    {
        await Begun();
        foreach (var settings in new SignInSettings[]
            {
                new(null, Home), new(Guid.Parse(Principal.Application), Home) { IsLocal = true },
            })
            Assert.Null(await new SignIn(settings, _sessions, _clock).Find(Request("GET", "127.0.0.1:7071", Secret)));
        await Refused(() => new SignIn(new(null, Home), _sessions, _clock).Begin(Own("127.0.0.1:7071"), Amina, Secret, default));
    }

    private SignIn Local() => new(new(null, Home) { IsLocal = true }, _sessions, _clock);

    private Task Begun() => Local().Begin(Own("127.0.0.1:7071"), Amina, Secret, default);

    private static HttpRequest Own(string host)
    {
        var request = Request("POST", host);
        request.Headers["Sec-Fetch-Site"] = "same-origin";
        return request;
    }

    private static HttpRequest Request(string method, string host, string? secret = null)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Host) = (method, new(host));
        if (secret is not null)
            request.Headers.Cookie = $"{Cookie}={secret}";
        return request;
    }

    private static async Task Refused(Func<Task> work) => Assert.Equal(403, (await Assert.ThrowsAsync<ApiException>(work)).Status);
}
