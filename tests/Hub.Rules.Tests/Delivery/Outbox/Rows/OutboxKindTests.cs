using Hub.Notices.Outbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Rows;

public sealed class OutboxKindTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutboxMail Changes = OutboxMails.Changes("m", Now);

    [Fact]
    public void Each_kind_has_its_order_and_who_waits_for_it()
    {
        var kinds = Enum.GetValues<OutboxKind>();
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3], kinds.Select(k => k.Priority()));
        Assert.Equal(
            [
                OutboxKind.Acknowledgement, OutboxKind.Receipt, OutboxKind.NoticeNews, OutboxKind.PersonalReply, OutboxKind.Link,
                OutboxKind.SignIn, OutboxKind.EndpointCode,
            ],
            kinds.Where(k => k.IsAwaited()));
        Assert.Equal(
            [OutboxKind.Acknowledgement, OutboxKind.Receipt, OutboxKind.NoticeNews, OutboxKind.PersonalReply],
            kinds.Where(k => k.IsReply()));
        Assert.Equal(
            [OutboxKind.HeldNotice, OutboxKind.Resend, OutboxKind.Confirmation, OutboxKind.Changes], kinds.Where(k => k.IsToReader()));
    }

    [Fact]
    public void A_mailbox_keeps_a_place_of_its_pace_and_waits_for_its_day()
    {
        var settings = new MailSettings(
            new(2, TimeSpan.FromMinutes(1)), new(3, TimeSpan.FromDays(1)), RetryPolicy.OwnServices, TimeSpan.FromMinutes(5),
            Hub.Notices.Recipients.DigestTimes.Morning);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.LookAgain);
        var one = new MailboxPace("box").Plus(OutboxKind.Changes, settings, Now);
        Assert.Equal(Now.AddMinutes(1), one.NextAllowed(OutboxKind.Changes, settings, Now));
        Assert.Null(one.NextAllowed(OutboxKind.Receipt, settings, Now));
        var two = one.Plus(OutboxKind.Changes, settings, Now);
        Assert.Equal(Now.AddMinutes(1), two.NextAllowed(OutboxKind.Receipt, settings, Now));
        // Only what still counts is remembered.
        var three = two.Plus(OutboxKind.Changes, settings, Now.AddMinutes(2));
        Assert.Equal([Now.AddMinutes(2)], three.Sent);
        Assert.Equal(3, Assert.Single(three.SentHours).Recipients);
        Assert.Equal(Now.AddHours(25), three.NextAllowed(OutboxKind.Receipt, settings, Now.AddMinutes(5)));
    }

    [Fact]
    public void What_strangers_can_ask_for_takes_half_of_a_minute_and_a_tenth_of_a_day()
    {
        var settings = new MailSettings(
            new(4, TimeSpan.FromMinutes(1)), new(30, TimeSpan.FromDays(1)), RetryPolicy.OwnServices, TimeSpan.FromMinutes(5),
            Hub.Notices.Recipients.DigestTimes.Morning);
        var two = new MailboxPace("box").Plus(OutboxKind.SignIn, settings, Now).Plus(OutboxKind.SignIn, settings, Now);
        Assert.Equal(Now.AddMinutes(1), two.NextAllowed(OutboxKind.SignIn, settings, Now));
        Assert.Null(two.NextAllowed(OutboxKind.Receipt, settings, Now));
        Assert.Null(two.NextAllowed(OutboxKind.Changes, settings, Now));
        var three = two.Plus(OutboxKind.SignIn, settings, Now.AddMinutes(2));
        Assert.Equal([Now.AddMinutes(2)], three.SignIns);
        Assert.Equal(Now.AddHours(25), three.NextAllowed(OutboxKind.SignIn, settings, Now.AddMinutes(5)));
        Assert.Null(three.NextAllowed(OutboxKind.Changes, settings, Now.AddMinutes(5)));
        Assert.Empty(new MailboxPace("box").Plus(OutboxKind.Receipt, settings, Now).SignIns);
    }

    [Fact]
    public void A_reply_takes_the_place_that_is_kept_for_it_and_none_of_an_edition()
    {
        var settings = new MailSettings(
            new(3, TimeSpan.FromMinutes(1)), SendingQuota.Exchange, RetryPolicy.OwnServices, TimeSpan.FromMinutes(5),
            Hub.Notices.Recipients.DigestTimes.Morning);
        var two = new MailboxPace("box").Plus(OutboxKind.Receipt, settings, Now).Plus(OutboxKind.Changes, settings, Now.AddSeconds(1));
        Assert.Null(two.NextAllowed(OutboxKind.Changes, settings, Now.AddSeconds(2)));
        var three = two.Plus(OutboxKind.Changes, settings, Now.AddSeconds(2));
        Assert.Equal(Now.AddMinutes(1), three.NextAllowed(OutboxKind.Receipt, settings, Now.AddSeconds(3)));
        // Both limits hold: all in a minute, and those that nobody waits for.
        Assert.Equal(Now.AddSeconds(61), three.NextAllowed(OutboxKind.Changes, settings, Now.AddSeconds(3)));
        Assert.Null(three.NextAllowed(OutboxKind.Changes, settings, Now.AddSeconds(61)));
    }
}
