using Hub.Delivery.Webhooks.Partners;

namespace Hub.Azure.Tables.Delivery;

/// <summary>What partners had the hub do at once, beside the partners.</summary>
public sealed class PartnerCallStore(HubTables tables) : IPartnerCallStore
{
    private const string Partition = "calls";

    /// <inheritdoc/>
    public Task<PartnerCalls?> Find(string partner, CancellationToken cancel) =>
        tables.Endpoints.Find<PartnerCalls>(Partition, PartnerStore.Row(partner), cancel);

    /// <inheritdoc/>
    public Task<bool> Save(PartnerCalls calls, PartnerCalls? before, CancellationToken cancel) =>
        tables.Endpoints.Replace(Partition, PartnerStore.Row(calls.Partner), calls, before, cancel);
}
