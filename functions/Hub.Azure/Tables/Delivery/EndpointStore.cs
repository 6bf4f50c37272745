using Azure;
using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Tables.Delivery;

/// <summary>Webhook endpoints; their secrets are kept encrypted.</summary>
public sealed class EndpointStore(HubTables tables, SecretBox box) : IEndpointStore
{
    private const string Partition = "endpoint";

    /// <inheritdoc/>
    // Its id is its own: where it is there already, storage was asked a second time for the same.
    public Task Add(Endpoint endpoint, CancellationToken cancel) => tables.Endpoints.SaveIfUnchanged(Entity(endpoint), null, cancel);

    /// <inheritdoc/>
    public async Task<Endpoint?> Find(string id, CancellationToken cancel) =>
        await tables.Endpoints.GetEntityIfExistsAsync<TableEntity>(Partition, TableKey.Of(id), cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? Read(entity)
            : null;

    /// <inheritdoc/>
    public async Task<bool> Save(Endpoint endpoint, CancellationToken cancel) =>
        await tables.Endpoints.SaveIfUnchanged(Entity(endpoint), endpoint.ETag!, cancel);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Endpoint>> List(string? partner, CancellationToken cancel) =>
        [.. (await tables.Endpoints.List($"PartitionKey eq {Partition}", cancel, read: Read))
            .Where(e => partner is null || e.Partner == partner)];

    /// <inheritdoc/>
    public Task Delete(string id, CancellationToken cancel) => tables.Endpoints.DeleteEntityAsync(Partition, id, ETag.All, cancel);

    private TableEntity Entity(Endpoint endpoint) => JsonEntity.Of(Partition, endpoint.Id, Each(endpoint, box.Close), endpoint.ETag);

    private Endpoint Read(TableEntity entity) => Each(entity.Value<Endpoint>(out var mark), box.Open) with { ETag = mark };

    private static Endpoint Each(Endpoint endpoint, Func<string, string> change) => endpoint with
    {
        Secret = change(endpoint.Secret), Earlier = [.. endpoint.Earlier.Select(e => e with { Secret = change(e.Secret) })],
    };
}
