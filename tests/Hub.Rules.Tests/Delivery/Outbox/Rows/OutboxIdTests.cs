using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Outbox.Rows;

public sealed class OutboxIdTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutboxMail Changes = OutboxMails.Changes("m", Now);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_id_of_a_mail_follows_from_what_it_is_about(OutboxMail mail, string id, string? about) =>
        Assert.Equal((id, about), (mail.Id, mail.About));

    [Fact]
    public void Mails_that_wait_are_due_at_once_and_the_row_of_changes_rests()
    {
        Assert.Equal((OutboxState.Waiting, Now), (OutboxMails.Claim("p", "XAA-1", "wacap", Now) is var m ? m.State : default, m.DueAt));
        Assert.Equal((OutboxState.Sent, (DateTimeOffset?)null), (Changes.State, Changes.DueAt));
        var warning = OutboxMails.Warning("p", "e1", Now, 1, Now.AddDays(1));
        Assert.Equal((Now, Now.AddDays(1)), (warning.AskedAt, warning.DueAt));
        Assert.Equal("box", OutboxMails.Reply(OutboxKind.Receipt, "mail-1", "box", Now).Mailbox);
        var news = OutboxMails.News("mail-1", "box", "XAA-1", "HELD-0", Now);
        Assert.Equal(("box", "HELD-0"), (news.Mailbox, news.Tells!["XAA-1"]));
    }

    [Fact]
    public void Only_a_receipt_says_that_something_came_in_and_nothing_else()
    {
        Assert.True(OutboxMails.IsReceipt(OutboxMails.Reply(OutboxKind.Receipt, "mail-1", "box", Now).Id));
        Assert.False(OutboxMails.IsReceipt(OutboxMails.Reply(OutboxKind.Acknowledgement, "mail-1", "box", Now).Id));
    }

    public static TheoryData<OutboxMail, string, string?> Ids => new()
    {
        { Changes, "m:changes", null },
        { OutboxMails.Resend("m", 3, 14, Now), "m:again-000000000003-000000000014", null },
        { OutboxMails.Confirmation("m", new(2026, 3, 14), Now), "m:confirmation-20260314000000000", null },
        { OutboxMails.HeldNotice("m", "XAA-1", Now, Now), "m:held-XAA-1-20260314090000000", "XAA-1" },
        {
            OutboxMails.Link(new(AccessLinkPurpose.Preferences, "m", "s", Sample.Today, "before"), Now),
            "m:link-20260314090000000", "PREFERENCES s"
        },
        { OutboxMails.Reply(OutboxKind.Receipt, "mail-1", "box", Now), "answer:mail-1:receipt", null },
        { OutboxMails.News("mail-1", "box", "XAA-1", "HELD-0", Now), "answer:mail-1:word-XAA-1-HELD-0", "XAA-1" },
        { OutboxMails.Warning("p", "e1", Now, 2, Now), "partner:e1:failing-20260314090000000-2", "e1" },
        { OutboxMails.Code("p", "e1", "0123456789abcdef-and-more", Now), "partner:e1:url-0123456789abcdef", "e1" },
        { OutboxMails.Claim("p", "XAA-1", "wacap", Now), "partner:p:claim-XAA-1-wacap", "XAA-1 wacap" },
    };
}
