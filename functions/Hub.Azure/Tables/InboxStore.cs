using Azure.Data.Tables;
using Hub.Intake.Inbox;

namespace Hub.Azure.Tables;

/// <summary>How far mailboxes have been read: one row for that and one for the subscription, which notifications write too.</summary>
public sealed class InboxStore(HubTables tables) : IInboxStore
{
    private const string Partition = "inbox";

    /// <inheritdoc/>
    public async Task<InboxState> Find(string mailbox, CancellationToken cancel) =>
        await Read(mailbox, cancel) is { } found
            ? found.Value<InboxState>(out var mark) with { ETag = mark }
            : new() { Mailbox = mailbox };

    /// <inheritdoc/>
    public async Task<InboxState?> Save(InboxState state, CancellationToken cancel) =>
        await tables.Mails.Save(JsonEntity.Of(Partition, state.Mailbox, state, state.ETag), state.ETag, cancel) is { } mark
            ? state with { ETag = mark }
            : null;

    /// <inheritdoc/>
    public async Task<InboxSubscription> Subscription(string mailbox, CancellationToken cancel) =>
        await Read(SubscriptionRow(mailbox), cancel) is { } found
            ? found.Value<InboxSubscription>(out var mark) with { ETag = mark }
            : new() { Mailbox = mailbox };

    /// <inheritdoc/>
    public async Task<InboxSubscription?> Save(InboxSubscription subscription, CancellationToken cancel) =>
        await tables.Mails.Save(
            JsonEntity.Of(Partition, SubscriptionRow(subscription.Mailbox), subscription, subscription.ETag), subscription.ETag,
            cancel) is { } mark
            ? subscription with { ETag = mark }
            : null;

    private static string SubscriptionRow(string mailbox) => $"{mailbox}-subscription";

    private async Task<TableEntity?> Read(string row, CancellationToken cancel) =>
        await tables.Mails.GetEntityIfExistsAsync<TableEntity>(Partition, row, cancellationToken: cancel)
            is { HasValue: true, Value: { } found } ? found : null;

}
