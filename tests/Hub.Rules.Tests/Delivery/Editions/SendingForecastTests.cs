using Hub.Delivery.Editions.Planning;
using Hub.Rules.Tests.Delivery.Mail;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class SendingForecastTests
{
    private static readonly DateTimeOffset Start = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    // Twelve whole minutes of 30, then five more, a second each.
    [InlineData(365, 30_000, 1, 725, SendingBound.MessagesAMinute)]
    [InlineData(365, 30_000, 4, 182, SendingBound.MessagesAMinute)]
    [InlineData(365, 3_000_000, 1, 2185, SendingBound.Bytes)]
    [InlineData(10_000, 30_000, 1, 19_990, SendingBound.MessagesAMinute)]
    // The first hour's 1,800 count until 25 hours after it began.
    [InlineData(10_001, 30_000, 1, 90_001, SendingBound.RecipientsADay)]
    [InlineData(25_000, 30_000, 1, 189_980, SendingBound.RecipientsADay)]
    [InlineData(0, 30_000, 1, 0, SendingBound.MessagesAMinute)]
    public void The_slowest_limit_decides(int mails, long bytes, int mailboxes, int seconds, SendingBound bound)
    {
        var forecast = Forecast(mails, bytes, mailboxes, SendingLimits.Exchange);
        Assert.Equal((seconds, bound), ((int)Math.Round((forecast.Finish - Start).TotalSeconds), forecast.Bound));
        Assert.Equal(mails * bytes, forecast.Bytes);
    }

    [Fact]
    public void A_slow_service_is_bound_by_the_requests_under_way()
    {
        var forecast = Forecast(100, 1000, 1, SendingLimits.Exchange with { PerMessage = TimeSpan.FromSeconds(20) });
        Assert.Equal((SendingBound.RequestsAtOnce, Start.AddSeconds(2000)), (forecast.Bound, forecast.Finish));
    }

    [Fact]
    public void More_mailboxes_than_requests_at_once_wait_for_each_other() => Assert.Equal(
        Start.AddSeconds(100 / 10 * 20 * 2.5),
        Forecast(100, 1000, 10, SendingLimits.Exchange with { PerMessage = TimeSpan.FromSeconds(20) }).Finish);

    [Fact]
    public void A_quota_that_the_pace_never_reaches_does_not_slow_it_down()
    {
        var forecast = Forecast(12_000, 10_000_000, 1, SendingLimits.Exchange);
        Assert.Equal(SendingBound.Bytes, forecast.Bound);
        Assert.Equal(Start + TimeSpan.FromSeconds(20 * 11_999 + 1), forecast.Finish);
    }

    [Fact]
    public void What_a_mailbox_has_sent_and_when_its_next_round_begins_count()
    {
        IReadOnlyList<DateTimeOffset> sent = [.. Enumerable.Range(0, 30).Select(n => Start.AddSeconds(n - 30))];
        var forecast = SendingForecast.Of([new(1, null, sent, [])], 1, Start, SendingLimits.Exchange);
        Assert.Equal(Start.AddSeconds(31), forecast.Finish);
        forecast = SendingForecast.Of([new(1, Start.AddMinutes(5), sent, [])], 1, Start, SendingLimits.Exchange);
        Assert.Equal(Start.AddSeconds(301), forecast.Finish);
    }

    [Fact]
    public void The_mailbox_with_the_most_to_send_decides() => Assert.Equal(
        Start.AddSeconds(121), SendingForecast.Of([MailboxLoad.Fresh(3), MailboxLoad.Fresh(61)], 1, Start, SendingLimits.Exchange).Finish);

    [Fact]
    public void Nothing_is_sent_from_no_mailbox() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SendingForecast.Of([], 1, Start, SendingLimits.Exchange));

    [Fact]
    public async Task What_the_mail_does_is_what_the_forecast_says()
    {
        var rig = new MailRig { ShortWait = TimeSpan.FromSeconds(5) };
        for (var recipient = 0; recipient < 95; recipient++)
            rig.Subscribe($"m{recipient:D3}");
        rig.AfterSending = _ => rig.Clock.Advance(TimeSpan.FromSeconds(1));
        var (began, head) = (rig.Clock.Now, rig.Grown());
        await rig.Finish();
        var forecast = SendingForecast.Of(
            [MailboxLoad.Fresh(rig.Sent.Count)],
            1,
            began,
            SendingLimits.Exchange with
            {
                Pace = SendingPace.Exchange.ButOne(),
            });
        Assert.Equal((head, forecast.Finish), (rig.Enqueued, rig.Clock.Now));
    }

    private static SendingForecast Forecast(int mails, long bytes, int mailboxes, SendingLimits limits) => SendingForecast.Of(
        [.. Enumerable.Range(0, mailboxes).Select(n => MailboxLoad.Fresh((mails + mailboxes - 1 - n) / mailboxes))], bytes, Start, limits);
}
