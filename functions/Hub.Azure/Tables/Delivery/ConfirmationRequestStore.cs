using Hub.Delivery.Confirmations;

namespace Hub.Azure.Tables.Delivery;

/// <summary>Who was asked to confirm records, by the recipients' ids.</summary>
public sealed class ConfirmationRequestStore(HubTables tables) : IConfirmationRequestStore
{
    private const string Partition = "asked";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Asked>> List(CancellationToken cancel) =>
        tables.Recipients.List($"PartitionKey eq {Partition}", cancel, read: e => e.Value<Asked>(out var mark) with { ETag = mark });

    /// <inheritdoc/>
    public Task<bool> Save(Asked asked, CancellationToken cancel) =>
        tables.Recipients.SaveIfUnchanged(JsonEntity.Of(Partition, TableKey.Of(asked.Recipient), asked, asked.ETag), asked.ETag, cancel);
}
