using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox.Rows;

public sealed class EventMailIdTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutboxMail Changes = OutboxMails.Changes("m", Now);

    [Fact]
    public void A_mailbox_knows_a_mail_by_the_events_that_it_tells()
    {
        var mail = Changes.Widened(4, 9, Now);
        Assert.Equal("m:000000000005-000000000009", mail.MailId);
        Assert.Equal("m:again-20260314090000000:000000000003-000000000014", OutboxMails.Resend("m", 3, 14, Now).MailId);
        Assert.Equal("partner:p:claim-XAA-1-wacap", OutboxMails.Claim("p", "XAA-1", "wacap", Now).MailId);
        // What comes once it is begun is another mail's.
        var begun = mail.Begun("box", Now, new()).Widened(0, 12, Now);
        Assert.Equal(("m:000000000005-000000000009", 9L, 12L), (begun.MailId, begun.Last, begun.UpTo));
    }

    [Theory]
    [InlineData("m:000000000005-000000000009", "m", 5, 9)]
    [InlineData("m:again-20260314:000000000003-000000000014", "m:again-20260314", 3, 14)]
    [InlineData(":1-2", "", 1, 2)]
    public void The_id_of_a_mail_that_tells_events_says_which(string id, string before, long from, long upTo)
    {
        Assert.Equal((before, from, upTo), MailMessage.RangeOf(id));
        Assert.True(MailMessage.Covers(id, from) && MailMessage.Covers(id, upTo));
        Assert.False(MailMessage.Covers(id, from - 1) || MailMessage.Covers(id, upTo + 1));
    }

    [Theory]
    [InlineData("m")]
    [InlineData("m:changes")]
    [InlineData("m:held-XAA-1")]
    [InlineData("m:1-2-3")]
    [InlineData("m:x-2")]
    [InlineData("m:1-x")]
    public void Other_ids_tell_none(string id)
    {
        Assert.Null(MailMessage.RangeOf(id));
        Assert.False(MailMessage.Covers(id, 1));
    }
}
