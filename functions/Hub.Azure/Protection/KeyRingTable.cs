using System.Xml.Linq;
using Hub.Azure.Tables;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Hub.Azure.Protection;

/// <summary>
/// The key ring that protects secrets: one row a key, in the table of keys, so that every instance of the hub has the same.
/// </summary>
public sealed class KeyRingTable(HubTables tables) : IXmlRepository
{
    private const string Partition = "protection";

    // Data Protection asks once a day, and knows no other way than to wait.
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. tables.Keys.List<string>($"PartitionKey eq {Partition}", CancellationToken.None).GetAwaiter().GetResult()
            .Select(x => XElement.Parse(x))];

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName) => tables.Keys.UpsertEntityAsync(
        JsonEntity.Of(Partition, friendlyName, element.ToString(SaveOptions.DisableFormatting))).GetAwaiter().GetResult();
}
