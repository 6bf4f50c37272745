using Hub.Azure.Webhooks;
using Hub.Delivery.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>How receivers are asked, and what each answer means: a denial is no lack of support.</summary>
public sealed class HttpConsentTests
{
    [Theory]
    [InlineData("hub.example", "120", 120)]
    [InlineData("HUB.example", "*", null)]
    [InlineData("*", null, null)]
    public async Task An_answer_for_this_origin_is_consent_with_its_rate(string origin, string? rate, int? allowed)
    {
        await using var receiver = await Receiver.Start(Allow(origin, rate));
        Assert.Equal(allowed, Assert.IsType<Consent.Given>(await Ask(receiver)).Rate);
        Assert.Equal(
            ("hub.example", "6000"),
            ((string)receiver.Headers!["WebHook-Request-Origin"]!, (string)receiver.Headers["WebHook-Request-Rate"]!));
    }

    [Theory]
    [InlineData("hub.example.evil.example")]
    [InlineData("hub.exampl")]
    [InlineData("hub.example, evil.example")]
    [InlineData("evil.example")]
    [InlineData("https://hub.example")]
    [InlineData("")]
    public async Task An_answer_for_another_origin_however_alike_is_a_denial(string origin)
    {
        await using var receiver = await Receiver.Start(Allow(origin, "120"));
        Assert.IsType<Consent.Denied>(await Ask(receiver));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task A_rate_that_is_none_is_no_consent(string rate)
    {
        await using var receiver = await Receiver.Start(Allow("hub.example", rate));
        Assert.IsType<Consent.NoResponse>(await Ask(receiver));
    }

    [Theory]
    [InlineData(200, typeof(Consent.NotSupported))]
    [InlineData(204, typeof(Consent.NotSupported))]
    [InlineData(404, typeof(Consent.NotSupported))]
    [InlineData(405, typeof(Consent.NotSupported))]
    [InlineData(501, typeof(Consent.NotSupported))]
    [InlineData(401, typeof(Consent.Denied))]
    [InlineData(403, typeof(Consent.Denied))]
    [InlineData(410, typeof(Consent.Denied))]
    [InlineData(302, typeof(Consent.NoResponse))]
    [InlineData(429, typeof(Consent.NoResponse))]
    [InlineData(500, typeof(Consent.NoResponse))]
    [InlineData(503, typeof(Consent.NoResponse))]
    public async Task Denial_lack_of_support_and_no_answer_are_told_apart(int status, Type answer)
    {
        await using var receiver = await Receiver.Start(status);
        Assert.IsType(answer, await Ask(receiver));
    }

    [Fact]
    public async Task A_receiver_that_cannot_be_reached_is_no_answer()
    {
        await using var receiver = await Receiver.Start(200);
        using var http = WebhookHttp.Create(allowLoopback: false);
        var answer = await new HttpConsent(http, TimeProvider.System)
            .Handshake($"http://127.0.0.1:{receiver.Port}/hook", "hub.example", 60, default);
        Assert.Contains("not of the public Internet", Assert.IsType<Consent.NoResponse>(answer).Reason, StringComparison.Ordinal);
        Assert.Equal(0, receiver.Requests);
    }

    [Theory]
    [InlineData("{\"challenge\":\"c-1\"}", true)]
    [InlineData("c-1", true)]
    [InlineData(" c-1\n", true)]
    [InlineData("{\"challenge\":\"c-2\"}", false)]
    [InlineData("{\"challenge\":1}", false)]
    [InlineData("[\"c-1\"]", false)]
    [InlineData("c-1 and more", false)]
    [InlineData("OK", false)]
    [InlineData("", false)]
    public async Task A_challenge_has_to_be_echoed(string body, bool consents)
    {
        await using var receiver = await Receiver.Start(http => http.Response.WriteAsync(body));
        Assert.Equal(consents, await Challenge(receiver) is Consent.Given);
    }

    [Fact]
    public async Task Of_an_answer_16_kB_are_read_and_no_more()
    {
        await using var receiver = await Receiver.Start(
            http => http.Response.WriteAsync(new string(' ', WebhookHttp.MostOfAnswer) + "c-1"));
        Assert.IsType<Consent.NotSupported>(await Challenge(receiver));
    }

    private static Func<HttpContext, Task> Allow(string origin, string? rate) => http =>
    {
        Assert.Equal("OPTIONS", http.Request.Method);
        http.Response.Headers["WebHook-Allowed-Origin"] = origin;
        if (rate is not null)
            http.Response.Headers["WebHook-Allowed-Rate"] = rate;
        return Task.CompletedTask;
    };

    private static async Task<Consent> Ask(Receiver receiver)
    {
        using var http = WebhookHttp.Create(allowLoopback: true);
        return await new HttpConsent(http, TimeProvider.System)
            .Handshake($"http://127.0.0.1:{receiver.Port}/hook", "hub.example", 6000, default);
    }

    private static async Task<Consent> Challenge(Receiver receiver)
    {
        using var http = WebhookHttp.Create(allowLoopback: true);
        var request = new WebhookRequest(
            $"http://127.0.0.1:{receiver.Port}/hook", "consent-1", Receiver.Now, "v1,a", "sha-256=:AAAA:", "hub=()", "hub=:AAAA:",
            "{}"u8.ToArray());
        return await new HttpConsent(http, TimeProvider.System).Challenge(request, "c-1", default);
    }
}
