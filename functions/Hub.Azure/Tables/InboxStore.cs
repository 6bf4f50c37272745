using Azure;
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
            ? found.Value<InboxState>() with { ETag = found.ETag.ToString() }
            : new() { Mailbox = mailbox };

    /// <inheritdoc/>
    public async Task<InboxState?> Save(InboxState state, CancellationToken cancel) =>
        await Write(JsonEntity.Of(Partition, state.Mailbox, state), state.ETag, cancel) is { } etag ? state with { ETag = etag } : null;

    /// <inheritdoc/>
    public async Task<InboxSubscription> Subscription(string mailbox, CancellationToken cancel) =>
        await Read(SubscriptionRow(mailbox), cancel) is { } found
            ? found.Value<InboxSubscription>() with { ETag = found.ETag.ToString() }
            : new() { Mailbox = mailbox };

    /// <inheritdoc/>
    public async Task<InboxSubscription?> Save(InboxSubscription subscription, CancellationToken cancel) =>
        await Write(JsonEntity.Of(Partition, SubscriptionRow(subscription.Mailbox), subscription), subscription.ETag, cancel) is { } etag
            ? subscription with { ETag = etag }
            : null;

    private static string SubscriptionRow(string mailbox) => $"{mailbox}-subscription";

    private async Task<TableEntity?> Read(string row, CancellationToken cancel) =>
        await tables.Mails.GetEntityIfExistsAsync<TableEntity>(Partition, row, cancellationToken: cancel)
            is { HasValue: true, Value: { } found } ? found : null;

    private async Task<string?> Write(TableEntity entity, string? etag, CancellationToken cancel)
    {
        try
        {
            var response = await (etag is null
                ? tables.Mails.AddEntityAsync(entity, cancel)
                : tables.Mails.UpdateEntityAsync(entity, new ETag(etag), TableUpdateMode.Replace, cancel));
            return response.Headers.ETag?.ToString();
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 or 404)
        {
            return null;
        }
    }
}
