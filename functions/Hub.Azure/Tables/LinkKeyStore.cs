using System.Security.Cryptography;
using Hub.Core.Access;

namespace Hub.Azure.Tables;

/// <summary>The key of personal links: the one that the settings give, or a random one, made and kept when it is first asked for.</summary>
/// <param name="tables">The tables.</param>
/// <param name="given">The key of the settings; null where there is none.</param>
public sealed class LinkKeyStore(HubTables tables, byte[]? given) : ILinkKey
{
    private const string Partition = "link";
    private const string Row = "key";
    private const int Bytes = 32;
    private byte[]? _key = given;

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> Get(CancellationToken cancel) => _key ??= await Find(cancel) ?? await Make(cancel);

    private async Task<byte[]?> Find(CancellationToken cancel) =>
        await tables.Keys.Find<string>(Partition, Row, cancel) is { } kept ? Convert.FromBase64String(kept) : null;

    // Of two that make one at the same time, the first to keep it wins.
    private async Task<byte[]> Make(CancellationToken cancel)
    {
        var made = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        await tables.Keys.SaveIfUnchanged(JsonEntity.Of(Partition, Row, made), null, cancel);
        return (await Find(cancel))!;
    }
}
