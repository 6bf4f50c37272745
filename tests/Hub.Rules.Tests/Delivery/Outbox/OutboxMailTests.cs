using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox;

public sealed class OutboxMailTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Soon = Now.AddMinutes(5);

    private readonly OutboxMail _told = OutboxMails.Changes("mission", Now);

    [Fact]
    public void A_mail_that_goes_soon_is_awaited_and_one_that_waits_for_a_digest_is_not()
    {
        Assert.True(_told.Widened(0, 1, Soon).IsAwaited(Soon));
        Assert.False(_told.Widened(0, 1, Now.AddDays(1)).IsAwaited(Soon));
    }

    [Fact]
    public void A_mail_that_was_begun_is_awaited_however_late_it_is_tried_again()
    {
        var begun = _told.Widened(0, 1, Now);
        for (var attempt = 0; attempt < 5; attempt++)
            begun = begun.Begun("notices@hub.example", Now, new());
        Assert.True(begun.DueAt > Soon);
        Assert.True(begun.IsAwaited(Soon));
    }

    [Fact]
    public void A_mail_that_is_done_is_awaited_no_more()
    {
        var begun = _told.Widened(0, 1, Now).Begun("notices@hub.example", Now, new());
        Assert.False(begun.Done(OutboxState.Sent, Now).IsAwaited(Soon));
        Assert.False(begun.Done(OutboxState.Dropped, Now, "refused").IsAwaited(Soon));
    }
}
