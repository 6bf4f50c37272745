using Azure;
using Azure.Data.Tables;
using Hub.Core.Channels.Mail;
using Hub.Core.Channels.Webhooks;
using Hub.Core.Failures;

namespace Hub.Azure.Tables;

/// <summary>Missions that want to be told.</summary>
public sealed class SubscriberStore(HubTables tables) : ISubscriberStore
{
    private const string Partition = "mission";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Reader>> List(CancellationToken cancel) => tables.Subscribers.List<Reader>($"PartitionKey eq {Partition}", cancel);

    /// <inheritdoc/>
    public Task Save(Reader reader, CancellationToken cancel) =>
        tables.Subscribers.UpsertEntityAsync(JsonEntity.Of(Partition, reader.Id, reader), TableUpdateMode.Replace, cancel);
}

/// <summary>Webhook endpoints.</summary>
public sealed class EndpointStore(HubTables tables) : IEndpointStore
{
    private const string Partition = "endpoint";

    /// <inheritdoc/>
    public Task Save(Endpoint endpoint, CancellationToken cancel) =>
        tables.Endpoints.UpsertEntityAsync(JsonEntity.Of(Partition, endpoint.Id, endpoint), TableUpdateMode.Replace, cancel);

    /// <inheritdoc/>
    public Task<Endpoint?> Find(string id, CancellationToken cancel) => tables.Endpoints.Find<Endpoint>(Partition, id, cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Endpoint>> List(string partner, CancellationToken cancel) =>
        [.. (await tables.Endpoints.List<Endpoint>($"PartitionKey eq {Partition}", cancel)).Where(e => e.Partner == partner)];

    /// <inheritdoc/>
    public Task Delete(string id, CancellationToken cancel) => tables.Endpoints.DeleteEntityAsync(Partition, id, ETag.All, cancel);
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
