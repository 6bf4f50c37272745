using Hub.Notices.Outbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Mail;

public sealed class MailDeliveriesTests
{
    [Theory]
    [InlineData("mission-xaa:000000000003-000000000007", 3, true)]
    [InlineData("mission-xaa:000000000003-000000000007", 7, true)]
    [InlineData("mission-xaa:000000000003-000000000007", 2, false)]
    [InlineData("mission-xaa:000000000003-000000000007", 8, false)]
    [InlineData("mission-xaa:link-20260101000000", 3, false)]
    public void A_mails_id_says_which_events_it_tells_of(string id, long sequence, bool covers) =>
        Assert.Equal(covers, MailMessage.Covers(id, sequence));

    [Fact]
    public async Task A_recipient_is_queued_until_its_mail_is_sent_or_given_up()
    {
        var rig = new MailRig();
        rig.Subscribe("a");
        rig.Subscribe("b");
        rig.Register.Grow();
        var event1 = rig.Register.Now.Head.Sequence;
        Assert.Equal("a Queued, b Queued", await Followed(rig, event1));

        rig.Answer = to => to.StartsWith("b@", StringComparison.Ordinal) ? new Step.Failed(Failure.Refused, "no such mailbox") : null;
        await rig.Finish();
        Assert.Equal("a Sent, b GivenUp no such mailbox", await Followed(rig, event1));

        rig.Subscribe("late");
        Assert.Equal("a Sent, b GivenUp no such mailbox", await Followed(rig, event1));
    }

    private static async Task<string> Followed(MailRig rig, long sequence) => string.Join(
        ", ", (await rig.Deliveries.Of(sequence, default)).Where(d => !d.Recipient.StartsWith("authority-", StringComparison.Ordinal))
            .Select(d => $"{d.Recipient} {d.Status} {d.Reason}".TrimEnd()));
}
