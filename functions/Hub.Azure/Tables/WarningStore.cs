using Azure.Data.Tables;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Tables;

/// <summary>The last warnings about endpoints, beside them.</summary>
public sealed class WarningStore(HubTables tables) : IWarningStore
{
    private const string Partition = "warning";

    /// <inheritdoc/>
    public Task<EndpointWarning?> Find(string endpoint, CancellationToken cancel) =>
        tables.Endpoints.Find<EndpointWarning>(Partition, endpoint, cancel);

    /// <inheritdoc/>
    public Task Save(EndpointWarning warning, CancellationToken cancel) =>
        tables.Endpoints.UpsertEntityAsync(JsonEntity.Of(Partition, warning.Endpoint, warning), TableUpdateMode.Replace, cancel);
}
