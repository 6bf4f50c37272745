using Hub.Core.Editions;

namespace Hub.Core.Tests.Editions;

public sealed class SendingForecastTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(365, 30_000, 1, 730, SendingBound.MessagesAMinute)]
    [InlineData(365, 30_000, 4, 184, SendingBound.MessagesAMinute)]
    [InlineData(365, 3_000_000, 1, 2190, SendingBound.Bytes)]
    [InlineData(10_000, 30_000, 1, 20_000, SendingBound.MessagesAMinute)]
    [InlineData(10_001, 30_000, 1, 86_402, SendingBound.RecipientsADay)]
    [InlineData(25_000, 30_000, 1, 182_800, SendingBound.RecipientsADay)]
    [InlineData(0, 30_000, 1, 0, SendingBound.MessagesAMinute)]
    public void The_slowest_limit_decides(long mails, long bytes, int mailboxes, int seconds, SendingBound bound)
    {
        var forecast = SendingForecast.Of(mails, bytes, mailboxes, Start, SendingLimits.Exchange);
        Assert.Equal((seconds, bound), ((int)Math.Round((forecast.Finish - Start).TotalSeconds), forecast.Bound));
        Assert.Equal(mails * bytes, forecast.Bytes);
    }

    [Fact]
    public void A_slow_service_is_bound_by_the_requests_under_way() => Assert.Equal(
        SendingBound.RequestsAtOnce,
        SendingForecast.Of(100, 1000, 1, Start, SendingLimits.Exchange with { PerMessage = TimeSpan.FromSeconds(20) }).Bound);

    [Fact]
    public void A_quota_that_the_pace_never_reaches_does_not_slow_it_down()
    {
        var forecast = SendingForecast.Of(12_000, 10_000_000, 1, Start, SendingLimits.Exchange);
        Assert.Equal(SendingBound.Bytes, forecast.Bound);
        Assert.Equal(Start + TimeSpan.FromSeconds(240_000), forecast.Finish);
    }

    [Fact]
    public void Nothing_is_sent_from_no_mailbox() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SendingForecast.Of(1, 1, 0, Start, SendingLimits.Exchange));
}
