using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox;

/// <summary>What a row of the outbox is called, and what becomes of it: other versions of the hub read the same rows.</summary>
public sealed class OutboxRowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutboxMail Changes = OutboxMails.Changes("m", Now);

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

    [Fact]
    public void Beginning_counts_and_keeps_what_the_mail_tells_and_since_when()
    {
        var policy = new AttemptPolicy();
        var begun = Changes.Widened(0, 3, Now).Begun("box", Now, policy);
        Assert.Equal(
            (OutboxState.UnderWay, "box", 1, 3L, Now, Now),
            (begun.State, begun.Mailbox, begun.Attempts, begun.Sending, begun.BegunAt, begun.DueAt));
        var later = Now.AddHours(1);
        var again = begun.Begun("box", later, policy).Begun("box", later, policy);
        Assert.Equal((3, Now, later.AddMinutes(10)), (again.Attempts, again.BegunAt, again.DueAt));
        Assert.Equal(later, begun.Done(OutboxState.Sent, Now).Widened(3, 4, Now).Begun("box", later, policy).BegunAt);
        Assert.Null(OutboxMails.Claim("p", "XAA-1", "wacap", Now).Begun("box", Now, policy).Sending);
    }

    [Fact]
    public void What_is_done_forgets_how_it_was_tried_and_what_came_meanwhile_waits_for_its_time()
    {
        var begun = Changes.Widened(0, 3, Now).Begun("box", Now, new()).Drafted(new("draft", "<1@hub.example>")) with { Errors = 2 };
        var done = begun.Done(OutboxState.Dropped, Now, "refused");
        Assert.Equal(
            (OutboxState.Dropped, null, Now, "refused", 3L, 0, 0), (done.State, done.DueAt, done.DoneAt!.Value, done.Trouble, done.ToldUpTo,
            done.Attempts, done.Errors));
        Assert.Equal((null, null, null, null), (done.Sending, done.Mailbox, done.Draft, done.MessageId));

        var due = Now.AddDays(1);
        var widened = begun.Widened(0, 5, due).Done(OutboxState.Sent, Now);
        Assert.Equal(
            (OutboxState.Waiting, due, 3L, 5L, null),
            (widened.State, widened.DueAt, widened.ToldUpTo, widened.UpTo, widened.NextDueAt));
        Assert.Equal(Now, (begun with { UpTo = 5 }).Done(OutboxState.Sent, Now).DueAt);
        var claim = OutboxMails.Claim("p", "XAA-1", "wacap", Now).Begun("box", Now, new()).Done(OutboxState.Sent, Now);
        Assert.Equal(("box", 1, null), (claim.Mailbox, claim.Attempts, claim.DueAt));
    }

    [Fact]
    public void An_event_more_makes_a_mail_no_later_and_tells_nothing_that_was_told()
    {
        var waiting = Changes.Widened(4, 9, Now.AddHours(1));
        Assert.Equal((OutboxState.Waiting, 4L, 9L, Now.AddHours(1)), (waiting.State, waiting.ToldUpTo, waiting.UpTo, waiting.DueAt));
        Assert.Equal((10L, Now.AddHours(1)), (waiting.Widened(0, 10, Now.AddHours(2)) is var m ? m.UpTo : 0, m.DueAt));
        Assert.Equal(Now, waiting.Widened(0, 10, Now).DueAt);
        Assert.Same(waiting, waiting.Widened(0, 9, Now));
        // One that rested has told more than what was in the log before.
        Assert.Equal(9, waiting.Begun("box", Now, new()).Done(OutboxState.Sent, Now).Widened(5, 10, Now).ToldUpTo);

        var begun = waiting.Begun("box", Now, new());
        var next = begun.Widened(0, 10, Now.AddHours(2));
        Assert.Equal((begun.DueAt, Now.AddHours(2)), (next.DueAt, next.NextDueAt));
        Assert.Equal(Now.AddHours(1), next.Widened(0, 11, Now.AddHours(1)).NextDueAt);
        Assert.Equal(Now.AddHours(2), next.Widened(0, 11, Now.AddHours(3)).NextDueAt);
    }

    [Fact]
    public void What_others_add_to_a_row_leaves_it_the_senders_and_anything_else_does_not()
    {
        var mine = Changes.Widened(0, 3, Now).Begun("box", Now, new());
        Assert.True(mine.IsWidenedOnly(mine.Widened(0, 4, Now.AddDays(1)) with { ETag = "other" }));
        Assert.False(mine.IsWidenedOnly(mine.Begun("box", Now, new())));
        Assert.False(mine.IsWidenedOnly(null));
    }

    [Fact]
    public void Each_kind_has_its_order_and_who_waits_for_it()
    {
        var kinds = Enum.GetValues<OutboxKind>();
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3], kinds.Select(k => k.Priority()));
        Assert.Equal(
            [OutboxKind.Acknowledgement, OutboxKind.Receipt, OutboxKind.NoticeNews, OutboxKind.Link, OutboxKind.EndpointCode],
            kinds.Where(k => k.IsAwaited()));
        Assert.Equal([OutboxKind.Acknowledgement, OutboxKind.Receipt, OutboxKind.NoticeNews], kinds.Where(k => k.IsReply()));
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
        var one = new MailboxPace("box").Plus(settings, Now);
        Assert.Equal(Now.AddMinutes(1), one.NextAllowed(OutboxKind.Changes, settings, Now));
        Assert.Null(one.NextAllowed(OutboxKind.Receipt, settings, Now));
        var two = one.Plus(settings, Now);
        Assert.Equal(Now.AddMinutes(1), two.NextAllowed(OutboxKind.Receipt, settings, Now));
        // Only what still counts is remembered.
        var three = two.Plus(settings, Now.AddMinutes(2));
        Assert.Equal([Now.AddMinutes(2)], three.Sent);
        Assert.Equal(3, Assert.Single(three.SentHours).Recipients);
        Assert.Equal(Now.AddHours(25), three.NextAllowed(OutboxKind.Receipt, settings, Now.AddMinutes(5)));
    }
}
