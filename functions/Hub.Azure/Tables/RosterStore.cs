using Azure.Data.Tables;
using Hub.Delivery.Mail;

namespace Hub.Azure.Tables;

/// <summary>The roster of the sender mailboxes: one row beside what the readers chose.</summary>
public sealed class RosterStore(HubTables tables) : IRosterStore
{
    private const string Partition = "roster";
    private const string Row = MailChannel.ChannelName;

    /// <inheritdoc/>
    public async Task<Roster> Read(CancellationToken cancel) =>
        await tables.Readers.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancel)
            is { HasValue: true, Value: { } entity }
            ? entity.Value<Roster>() with { ETag = entity.ETag.ToString() }
            : new();

    /// <inheritdoc/>
    public Task<bool> Save(Roster roster, CancellationToken cancel) =>
        tables.Readers.SaveIfUnchanged(JsonEntity.Of(Partition, Row, roster), roster.ETag, cancel);
}
