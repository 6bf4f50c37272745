using System.Globalization;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Webhooks;

public sealed class WebhookOutcomeTests
{
    [Theory]
    [InlineData(200, null)]
    [InlineData(202, null)]
    [InlineData(204, null)]
    [InlineData(301, Failure.Refused)]
    [InlineData(400, Failure.Refused)]
    [InlineData(401, Failure.Refused)]
    [InlineData(404, Failure.Refused)]
    [InlineData(408, Failure.Transient)]
    [InlineData(410, Failure.Gone)]
    [InlineData(429, Failure.Overloaded)]
    [InlineData(500, Failure.Transient)]
    [InlineData(502, Failure.Overloaded)]
    [InlineData(503, Failure.Transient)]
    [InlineData(504, Failure.Overloaded)]
    public async Task The_status_decides_what_is_done(int status, Failure? expected)
    {
        await using var receiver = await Receiver.Start(status);

        Assert.Equal(expected, (await receiver.Post())?.Kind);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await Receiver.Start(200);
        await using var receiver = await Receiver.Start(status, "Location", $"http://127.0.0.1:{elsewhere.Port}/");

        Assert.NotNull(await receiver.Post());
        Assert.Equal(0, elsewhere.Requests);
    }

    [Fact]
    public async Task The_wait_asked_for_may_be_in_seconds_or_a_date()
    {
        await using var seconds = await Receiver.Start(503, "Retry-After", "120");
        await using var date = await Receiver.Start(
            429, "Retry-After", Receiver.Now.AddSeconds(90).ToString("R", CultureInfo.InvariantCulture));
        await using var nonsense = await Receiver.Start(429, "Retry-After", "soon");

        Assert.Equal(TimeSpan.FromSeconds(120), (await seconds.Post())!.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(90), (await date.Post())!.RetryAfter);
        Assert.Null((await nonsense.Post())!.RetryAfter);
    }
}
