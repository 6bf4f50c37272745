using Azure;
using Hub.Delivery.Mail.Errands;

namespace Hub.Azure.Tables;

/// <summary>Errands by mailbox.</summary>
public sealed class ErrandStore(HubTables tables) : IErrandStore
{
    private const string Prefix = "errand+";

    // ',' comes after '+'.
    private const string AfterPrefix = "errand,";

    /// <inheritdoc/>
    public Task<IReadOnlyList<MailErrand>> List(CancellationToken cancel) =>
        tables.Readers.List<MailErrand>($"PartitionKey ge {Prefix} and PartitionKey lt {AfterPrefix}", cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MailErrand>> Of(string mailbox, CancellationToken cancel) =>
        tables.Readers.List<MailErrand>($"PartitionKey eq {Prefix + mailbox}", cancel);

    /// <inheritdoc/>
    public async Task Add(MailErrand errand, CancellationToken cancel) =>
        await tables.Readers.SaveIfUnchanged(JsonEntity.Of(Prefix + errand.Mailbox, errand.Id, errand), null, cancel);

    /// <inheritdoc/>
    public Task Remove(MailErrand errand, CancellationToken cancel) =>
        tables.Readers.DeleteEntityAsync(Prefix + errand.Mailbox, errand.Id, ETag.All, cancel);
}
