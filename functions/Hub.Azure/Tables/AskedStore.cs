using Hub.Delivery.Confirmations;

namespace Hub.Azure.Tables;

/// <summary>Who was asked to confirm records, by the readers' ids.</summary>
public sealed class AskedStore(HubTables tables) : IAskedStore
{
    private const string Partition = "asked";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Asked>> List(CancellationToken cancel) =>
        tables.Readers.List($"PartitionKey eq {Partition}", cancel, read: e => e.Value<Asked>() with { ETag = e.ETag.ToString() });

    /// <inheritdoc/>
    public Task<bool> Save(Asked asked, CancellationToken cancel) =>
        tables.Readers.SaveIfUnchanged(JsonEntity.Of(Partition, asked.Reader, asked), asked.ETag, cancel);
}
