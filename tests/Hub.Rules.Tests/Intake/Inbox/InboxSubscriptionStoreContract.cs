using Hub.Intake.Inbox;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>The subscriptions of mailboxes.</summary>
public abstract class InboxSubscriptionStoreContract
{
    private const string Inbox = "notices@hub.example";

    /// <summary>An empty store.</summary>
    private protected abstract IInboxSubscriptionStore Store { get; }

    [Fact]
    public async Task Of_two_who_change_a_subscription_at_once_one_does()
    {
        var (one, other) = (await Store.Find(Inbox, default), await Store.Find(Inbox, default));
        Assert.Equal(new() { Mailbox = Inbox }, one);
        var saved = await Store.Save(one with { Secret = "secret" }, default);
        Assert.Null(await Store.Save(other with { Secret = "another" }, default));
        Assert.NotNull(await Store.Save(saved! with { Id = "1" }, default));
        Assert.Equal(("1", "secret"), ((await Store.Find(Inbox, default)).Id, (await Store.Find(Inbox, default)).Secret));
    }
}
