using Azure.Data.Tables;
using Hub.Delivery.Editions.Publishing;
using Hub.Register.Log;

namespace Hub.Azure.Tables.Delivery;

/// <summary>Requests to publish, by the editions that they are for.</summary>
public sealed class PublicationRequestStore(HubTables tables) : IPublicationRequestStore
{
    private const string Partition = "publication";

    /// <inheritdoc/>
    public Task<IReadOnlyList<PublicationRequest>> List(CancellationToken cancel) =>
        tables.Recipients.List($"PartitionKey eq {Partition}", cancel, read: Read);

    /// <inheritdoc/>
    public async Task<PublicationRequest?> Find(EditionId edition, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return await tables.Recipients.GetEntityIfExistsAsync<TableEntity>(Partition, edition.Slug, cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? Read(entity)
            : null;
    }

    /// <inheritdoc/>
    public Task<bool> Save(PublicationRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var row = JsonEntity.Of(Partition, request.Edition.Slug, request, request.ETag);
        return tables.Recipients.SaveIfUnchanged(row, request.ETag, cancel);
    }

    private static PublicationRequest Read(TableEntity entity) => entity.Value<PublicationRequest>(out var mark) with { ETag = mark };
}
