using Azure.Data.Tables;
using Hub.Core.Channels.Mail;
using Hub.Core.Failures;

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

/// <summary>Dead letters, newest first.</summary>
public sealed class FailureStore(HubTables tables) : IFailureStore
{
    private const string Partition = "failure";

    /// <inheritdoc/>
    public Task Save(DeadLetter letter, CancellationToken cancel) =>
        tables.Failures.UpsertEntityAsync(JsonEntity.Of(Partition, letter.Id, letter), TableUpdateMode.Replace, cancel);

    /// <inheritdoc/>
    public Task<DeadLetter?> Find(string id, CancellationToken cancel) => tables.Failures.Find<DeadLetter>(Partition, id, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<DeadLetter>> List(int limit, CancellationToken cancel) =>
        tables.Failures.List<DeadLetter>($"PartitionKey eq {Partition}", cancel, limit);
}
