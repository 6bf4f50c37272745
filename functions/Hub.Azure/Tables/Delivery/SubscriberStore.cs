using Hub.Notices.Recipients;

namespace Hub.Azure.Tables.Delivery;

/// <summary>Missions that want to be told.</summary>
public sealed class SubscriberStore(HubTables tables) : ISubscriberStore
{
    private const string Partition = "mission";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Recipient>> List(CancellationToken cancel) =>
        tables.Subscribers.List<Recipient>($"PartitionKey eq {Partition}", cancel);

    /// <inheritdoc/>
    public Task<Recipient?> Find(string id, CancellationToken cancel) =>
        tables.Subscribers.Find<Recipient>(Partition, TableKey.Of(id), cancel);

    /// <inheritdoc/>
    public Task<bool> Save(Recipient recipient, Recipient? before, CancellationToken cancel) =>
        tables.Subscribers.Replace(Partition, TableKey.Of(recipient.Id), recipient, before, cancel);
}
