using Azure.Data.Tables;
using Hub.Notices.Recipients;

namespace Hub.Azure.Tables;

/// <summary>Missions that want to be told.</summary>
public sealed class SubscriberStore(HubTables tables) : ISubscriberStore
{
    private const string Partition = "mission";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Reader>> List(CancellationToken cancel) =>
        tables.Subscribers.List<Reader>($"PartitionKey eq {Partition}", cancel);

    /// <inheritdoc/>
    public Task Save(Reader reader, CancellationToken cancel) =>
        tables.Subscribers.UpsertEntityAsync(JsonEntity.Of(Partition, reader.Id, reader), TableUpdateMode.Replace, cancel);
}
