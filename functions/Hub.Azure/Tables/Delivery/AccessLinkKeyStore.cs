using System.Security.Cryptography;
using Azure.Data.Tables;
using Hub.Azure.Protection;
using Hub.Notices.AccessLinks;

namespace Hub.Azure.Tables.Delivery;

/// <summary>
/// The key of personal links: the one that the settings give, or a random one, made when it is first asked for and kept encrypted.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="box">Encrypts it.</param>
/// <param name="given">The key of the settings; null where there is none.</param>
public sealed class AccessLinkKeyStore(HubTables tables, SecretBox box, byte[]? given) : IAccessLinkKey
{
    private const string Partition = "link";
    private const string Row = "key";
    private const int Bytes = 32;
    private byte[]? _key = given;

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> Get(CancellationToken cancel) => _key ??= await Find(cancel) ?? await Make(cancel);

    private async Task<byte[]?> Find(CancellationToken cancel)
    {
        if (await tables.Keys.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancel)
            is not { HasValue: true, Value: { } row })
            return null;
        var (kept, text) = (row.Value<string>(), box.Open(row.Value<string>()));
        // One that lay open is closed where it lies; of two that do so at once, one does.
        if (kept == text)
            await tables.Keys.SaveIfUnchanged(Entity(text), row.ETag.ToString(), cancel);
        return Convert.FromBase64String(text);
    }

    // Of two that make one at the same time, the first to keep it wins.
    private async Task<byte[]> Make(CancellationToken cancel)
    {
        await tables.Keys.SaveIfUnchanged(Entity(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))), null, cancel);
        return (await Find(cancel))!;
    }

    private TableEntity Entity(string key) => JsonEntity.Of(Partition, Row, box.Close(key));
}
