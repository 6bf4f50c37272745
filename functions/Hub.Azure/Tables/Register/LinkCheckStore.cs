using Azure.Data.Tables;
using Hub.Register.Laws;

namespace Hub.Azure.Tables.Register;

/// <summary>The checks of laws' addresses, beside the register: they are the hub's own, and change without a notice.</summary>
public sealed class LinkCheckStore(HubTables tables) : ILinkCheckStore
{
    private const string Partition = "links";

    /// <inheritdoc/>
    public Task<IReadOnlyList<LinkCheck>> List(CancellationToken cancel) =>
        tables.Register.List<LinkCheck>($"PartitionKey eq {Partition}", cancel);

    /// <inheritdoc/>
    public Task Save(LinkCheck check, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(check);
        return tables.Register.UpsertEntityAsync(JsonEntity.Of(Partition, check.LawId, check), TableUpdateMode.Replace, cancel);
    }
}
