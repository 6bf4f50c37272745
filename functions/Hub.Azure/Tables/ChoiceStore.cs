using Azure.Data.Tables;
using Hub.Notices.Recipients;

namespace Hub.Azure.Tables;

/// <summary>What readers chose, by their ids.</summary>
public sealed class ChoiceStore(HubTables tables) : IChoiceStore
{
    private const string Partition = "choice";

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReaderChoice>> List(CancellationToken cancel) =>
        tables.Readers.List($"PartitionKey eq {Partition}", cancel, read: Read);

    /// <inheritdoc/>
    public async Task<ReaderChoice> Find(string reader, CancellationToken cancel) =>
        await tables.Readers.GetEntityIfExistsAsync<TableEntity>(Partition, reader, cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? Read(entity)
            : new(reader);

    /// <inheritdoc/>
    public Task<bool> Save(ReaderChoice choice, CancellationToken cancel) =>
        tables.Readers.SaveIfUnchanged(JsonEntity.Of(Partition, choice.Reader, choice), choice.ETag, cancel);

    private static ReaderChoice Read(TableEntity entity) => entity.Value<ReaderChoice>() with { ETag = entity.ETag.ToString() };
}
