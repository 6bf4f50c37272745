using Azure.Data.Tables;
using Hub.Delivery.Webhooks.Partners;

namespace Hub.Azure.Tables.Delivery;

/// <summary>The last receipts of endpoints, beside them.</summary>
public sealed class ReceiptStore(HubTables tables) : IReceiptStore
{
    private const string Partition = "receipt";

    /// <inheritdoc/>
    public Task<Receipt?> Find(string endpoint, CancellationToken cancel) => tables.Endpoints.Find<Receipt>(Partition, endpoint, cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Receipt>> List(CancellationToken cancel) =>
        tables.Endpoints.List<Receipt>($"PartitionKey eq {Partition}", cancel);

    /// <inheritdoc/>
    public Task Save(Receipt receipt, CancellationToken cancel) =>
        tables.Endpoints.UpsertEntityAsync(JsonEntity.Of(Partition, receipt.Endpoint, receipt), TableUpdateMode.Replace, cancel);
}
