using Azure.Data.Tables;
using Hub.Notices.Recipients;

namespace Hub.Azure.Tables.Delivery;

/// <summary>What recipients chose, by their ids.</summary>
public sealed class ChoiceStore(HubTables tables) : IChoiceStore
{
    private const string Partition = "choice";

    /// <inheritdoc/>
    public Task<IReadOnlyList<RecipientChoice>> List(CancellationToken cancel) =>
        tables.Recipients.List($"PartitionKey eq {Partition}", cancel, read: Read);

    /// <inheritdoc/>
    public async Task<RecipientChoice> Find(string recipient, CancellationToken cancel) =>
        await tables.Recipients.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Of(recipient), cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? Read(entity)
            : new(recipient);

    /// <inheritdoc/>
    public Task<bool> Save(RecipientChoice choice, CancellationToken cancel) =>
        tables.Recipients.SaveIfUnchanged(
            JsonEntity.Of(Partition, TableKey.Of(choice.Recipient), choice, choice.ETag), choice.ETag, cancel);

    private static RecipientChoice Read(TableEntity entity) => entity.Value<RecipientChoice>(out var mark) with { ETag = mark };
}
