using Azure.Data.Tables;
using Hub.Intake.Inbox;

namespace Hub.Azure.Tables.Intake;

/// <summary>The subscriptions of mailboxes, which notifications write too.</summary>
public sealed class InboxSubscriptionStore(HubTables tables) : IInboxSubscriptionStore
{
    private const string Partition = "inbox";

    /// <inheritdoc/>
    public async Task<InboxSubscription> Find(string mailbox, CancellationToken cancel) =>
        await tables.Mails.GetEntityIfExistsAsync<TableEntity>(Partition, Row(mailbox), cancellationToken: cancel)
            is { HasValue: true, Value: { } found }
            ? found.Value<InboxSubscription>(out var mark) with { ETag = mark }
            : new() { Mailbox = mailbox };

    /// <inheritdoc/>
    public async Task<InboxSubscription?> Save(InboxSubscription subscription, CancellationToken cancel) =>
        await tables.Mails.Save(
            JsonEntity.Of(Partition, Row(subscription.Mailbox), subscription, subscription.ETag), subscription.ETag, cancel) is { } mark
            ? subscription with { ETag = mark }
            : null;

    private static string Row(string mailbox) => $"{mailbox}-subscription";
}
