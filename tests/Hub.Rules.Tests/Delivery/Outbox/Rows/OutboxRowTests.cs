using Hub.Notices.Outbox;
using Hub.Work.Failures;

namespace Hub.Rules.Tests.Delivery.Outbox.Rows;

/// <summary>What a row of the outbox is called, and what becomes of it: other versions of the hub read the same rows.</summary>
public sealed class OutboxRowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutboxMail Changes = OutboxMails.Changes("m", Now);

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
}
