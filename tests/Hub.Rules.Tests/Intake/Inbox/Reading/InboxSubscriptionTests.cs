using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class InboxSubscriptionTests : InboxCase
{
    [Fact]
    public async Task A_subscription_that_cannot_be_had_keeps_nobody_from_reading()
    {
        Arrive(1, 1);
        _rig.Mailbox.Fails = asked => asked == "subscribe" ? new(Failure.Overloaded, "429", TimeSpan.FromHours(1)) : null;
        await _rig.Read();

        Assert.Single(_rig.Notices.All);
    }

    [Fact]
    public async Task A_subscription_is_made_once_and_renewed_before_two_days_are_over()
    {
        await _rig.Read();
        _rig.Clock.Advance(TimeSpan.FromHours(46));
        await _rig.Read();
        Assert.Single(_rig.Mailbox.Subscribed);
        _rig.Clock.Advance(TimeSpan.FromHours(2));
        await _rig.Read();

        Assert.Equal([null, "subscription-1"], _rig.Mailbox.Subscribed.Select(s => s.Id));
        Assert.Single(_rig.Mailbox.Subscribed.Select(s => s.Secret).Distinct());
    }

    [Fact]
    public async Task A_notification_is_heeded_by_its_secret_alone_and_one_of_a_removed_subscription_makes_a_new_one()
    {
        await _rig.Read();
        var secret = _rig.Mailbox.Subscribed.Single().Secret;

        Assert.Empty(await _rig.Subscriptions.Heed([new("subscription-1", null), new("subscription-1", "guess"), new(null, "")], default));
        Assert.Equal([MailroomRig.Inbox], await _rig.Subscriptions.Heed([new("subscription-1", secret)], default));
        Assert.Equal([MailroomRig.Inbox], await _rig.Subscriptions.Heed([new("subscription-1", secret, "subscriptionRemoved")], default));
        await _rig.Read();

        Assert.Equal([null, null], _rig.Mailbox.Subscribed.Select(s => s.Id));
    }
}
