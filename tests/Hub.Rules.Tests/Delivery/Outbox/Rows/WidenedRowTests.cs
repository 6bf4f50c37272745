using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox.Rows;

public sealed class WidenedRowTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly OutboxMail Changes = OutboxMails.Changes("m", Now);

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
}
