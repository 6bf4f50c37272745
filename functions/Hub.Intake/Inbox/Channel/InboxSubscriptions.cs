using System.Security.Cryptography;
using System.Text;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox.Channel;

/// <summary>A notification as it came in: anybody can send one, so nothing in it is believed before its secret is checked.</summary>
/// <param name="SubscriptionId">The subscription it says it is of.</param>
/// <param name="ClientState">Its secret.</param>
/// <param name="LifecycleEvent">What happened to the subscription; null where it tells of a mail.</param>
public sealed record InboxNotification(string? SubscriptionId, string? ClientState, string? LifecycleEvent = null);

/// <summary>
/// Keeps the mailbox telling of new mail, and knows a true notification. Without any of it the mailbox is
/// read all the same, a little later.
/// </summary>
public sealed class InboxSubscriptions(
    IInboxSubscriptionStore store, IInbox inbox, MailroomSettings settings, IIdentifiers ids, TimeProvider clock)
{
    private const string Reauthorize = "reauthorizationRequired";
    private const string Removed = "subscriptionRemoved";

    /// <summary>
    /// Makes or renews the subscription where that is due. What goes wrong is tried again later; it keeps nobody from reading.
    /// </summary>
    public async Task Keep(string mailbox, CancellationToken cancel)
    {
        var subscription = await store.Find(mailbox, cancel);
        var now = clock.GetUtcNow();
        if (subscription.DueAt > now)
            return;
        // Its secret is kept before it is used, and one that is renewed keeps it.
        var wanted = subscription with { Secret = subscription.Secret ?? ids.NewSalt(), DueAt = now + settings.ReadEvery };
        if (await store.Save(wanted, cancel) is not { } mine)
            return;
        try
        {
            var id = await inbox.Subscribe(mine, settings.Notifications, now + settings.SubscribeFor, cancel);
            await store.Save(mine with { Id = id, DueAt = now + settings.RenewAfter }, cancel);
        }
        catch (MailboxException e) when (e.Failed.Kind is Failure.Gone or Failure.Refused)
        {
            // Made anew the next time.
            await store.Save(mine with { Id = null }, cancel);
        }
        catch (MailboxException e) when (e.Failed.RetryAfter > settings.ReadEvery)
        {
            await store.Save(mine with { DueAt = now + e.Failed.RetryAfter.Value }, cancel);
        }
        catch (MailboxException)
        {
            // Tried again with the next reading.
        }
    }

    /// <summary>The mailboxes that true notifications are of, and so are worth reading.</summary>
    public async Task<IReadOnlyList<string>> Heed(IReadOnlyCollection<InboxNotification> notifications, CancellationToken cancel)
    {
        var heeded = new List<string>();
        foreach (var mailbox in settings.Inboxes)
            if (await Heed(await store.Find(mailbox, cancel), notifications, cancel))
                heeded.Add(mailbox);
        return heeded;
    }

    private async Task<bool> Heed(InboxSubscription subscription, IEnumerable<InboxNotification> notifications, CancellationToken cancel)
    {
        if (subscription.Secret is not { } secret)
            return false;
        var theirs = notifications.Where(n => IsSecret(n.ClientState, secret)).ToList();
        var removed = theirs.Any(n => n.LifecycleEvent == Removed);
        // Somebody else's write at the same moment is a run that keeps the subscription anyway.
        if (removed || theirs.Any(n => n.LifecycleEvent == Reauthorize))
            await store.Save(subscription with { Id = removed ? null : subscription.Id, DueAt = clock.GetUtcNow() }, cancel);
        return theirs.Count > 0;
    }

    private static bool IsSecret(string? given, string secret) => given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(secret));
}
