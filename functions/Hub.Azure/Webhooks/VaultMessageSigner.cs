using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Hub.Azure.Protection;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>Signs with a key that never leaves Key Vault. After a rotation the earlier versions stay published.</summary>
public sealed class VaultMessageSigner(VaultKey vault, TimeProvider clock) : IMessageSigner
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private (IReadOnlyList<SigningKey> Keys, DateTimeOffset At) _known = ([], DateTimeOffset.MinValue);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SigningKey>> Keys(CancellationToken cancel)
    {
        if (_known.At + Fresh < clock.GetUtcNow())
            _known = (await Read(cancel), clock.GetUtcNow());
        return _known.Keys;
    }

    /// <inheritdoc/>
    public async Task<MessageSigned?> Sign(Func<string, byte[]> message, CancellationToken cancel)
    {
        try
        {
            var keyId = (await Keys(cancel))[0].Id;
            return new(keyId, await vault.Sign(keyId, "ES256", SHA256.HashData(message(keyId)), cancel));
        }
        catch (RequestFailedException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<SigningKey>> Read(CancellationToken cancel) =>
    [
        .. (await vault.Versions(cancel)).Select(v => new SigningKey(v.Version, Coordinate(v.Key, "x"), Coordinate(v.Key, "y"))
        {
            NotBefore = Time(v.Times, "nbf") ?? Time(v.Times, "created"), Expires = Time(v.Times, "exp"),
        }),
    ];

    private static string Coordinate(JsonElement key, string name) => key.GetProperty(name).GetString()!;

    private static DateTimeOffset? Time(JsonElement times, string name) =>
        times.TryGetProperty(name, out var seconds) && seconds.ValueKind == JsonValueKind.Number
            ? DateTimeOffset.FromUnixTimeSeconds(seconds.GetInt64())
            : null;
}
