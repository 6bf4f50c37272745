using System.Buffers.Text;
using System.Text;
using Hub.Notices.Access;

namespace Hub.Azure.Tables.Delivery;

/// <summary>Partners, beside their endpoints.</summary>
public sealed class PartnerStore(HubTables tables) : IPartnerStore
{
    private const string Partition = "partner";

    /// <inheritdoc/>
    public Task<Partner?> Find(string name, CancellationToken cancel) => tables.Endpoints.Find<Partner>(Partition, Row(name), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Partner>> List(CancellationToken cancel) =>
        tables.Endpoints.List<Partner>($"PartitionKey eq {Partition}", cancel);

    /// <inheritdoc/>
    public Task<bool> Save(Partner partner, Partner? before, CancellationToken cancel) =>
        tables.Endpoints.Replace(Partition, Row(partner.Name), partner, before, cancel);

    // A name may hold what the name of a row may not.
    internal static string Row(string name) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name));
}
