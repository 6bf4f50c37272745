using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Hub.Core.Channels.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>How Key Vault is asked.</summary>
public sealed class VaultOptions : ClientOptions;

/// <summary>Signs with a key that never leaves Key Vault (REST API 7.4). After a rotation the earlier versions stay published.</summary>
public sealed class VaultMessageSigner : IMessageSigner
{
    private const string Version = "api-version=7.4";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private readonly Uri _key;
    private readonly HttpPipeline _vault;
    private readonly TimeProvider _clock;
    private (IReadOnlyList<SigningKey> Keys, DateTimeOffset At) _known = ([], DateTimeOffset.MinValue);

    /// <summary>A signer of a vault's key.</summary>
    /// <param name="key">The key's address without a version: <c>https://{vault}/keys/{name}</c>.</param>
    /// <param name="credential">Who asks.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="clock">The clock.</param>
    public VaultMessageSigner(Uri key, TokenCredential credential, VaultOptions options, TimeProvider clock)
    {
        (_key, _clock) = (key, clock);
        _vault = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, "https://vault.azure.net/.default"));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SigningKey>> Keys(CancellationToken cancel)
    {
        if (_known.At + Fresh < _clock.GetUtcNow())
            _known = (await Read(cancel), _clock.GetUtcNow());
        return _known.Keys;
    }

    /// <inheritdoc/>
    public async Task<MessageSigned?> Sign(Func<string, byte[]> message, CancellationToken cancel)
    {
        try
        {
            var keyId = (await Keys(cancel))[0].Id;
            var digest = Base64Url.EncodeToString(SHA256.HashData(message(keyId)));
            var signed = await Send(RequestMethod.Post, $"{_key}/{keyId}/sign?{Version}", new { alg = "ES256", value = digest }, cancel);
            return new(keyId, Base64Url.DecodeFromChars(signed.GetProperty("value").GetString()));
        }
        catch (RequestFailedException)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<SigningKey>> Read(CancellationToken cancel)
    {
        var versions = await Send(RequestMethod.Get, $"{_key}/versions?{Version}", null, cancel);
        var enabled = versions.GetProperty("value").EnumerateArray().Select(v => (Id: v.GetProperty("kid").GetString()!, At: v.GetProperty("attributes")))
            .Where(v => v.At.GetProperty("enabled").GetBoolean()).OrderByDescending(v => v.At.GetProperty("created").GetInt64());
        var keys = new List<SigningKey>();
        foreach (var (id, _) in enabled)
        {
            var key = (await Send(RequestMethod.Get, $"{id}?{Version}", null, cancel)).GetProperty("key");
            keys.Add(new(id[(id.LastIndexOf('/') + 1)..], key.GetProperty("x").GetString()!, key.GetProperty("y").GetString()!));
        }
        return keys;
    }

    private async Task<JsonElement> Send(RequestMethod method, string uri, object? body, CancellationToken cancel)
    {
        using var message = _vault.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(uri));
        if (body is not null)
        {
            message.Request.Content = RequestContent.Create(BinaryData.FromObjectAsJson(body));
            message.Request.Headers.Add("Content-Type", "application/json");
        }
        await _vault.SendAsync(message, cancel);
        return message.Response.IsError
            ? throw new RequestFailedException(message.Response)
            : message.Response.Content.ToObjectFromJson<JsonElement>();
    }
}
