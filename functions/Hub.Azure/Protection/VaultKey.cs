using System.Buffers.Text;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Hub.Azure.Protection;

/// <summary>How Key Vault is asked.</summary>
public sealed class VaultOptions : ClientOptions;

/// <summary>A key that never leaves Key Vault (REST API 7.4).</summary>
public sealed class VaultKey
{
    private const string Api = "api-version=7.4";
    private const string WrapAlgorithm = "RSA-OAEP-256";
    private readonly Uri _key;
    private readonly HttpPipeline _vault;

    /// <summary>A vault's key.</summary>
    /// <param name="key">The key's address without a version: <c>https://{vault}/keys/{name}</c>.</param>
    /// <param name="credential">Who asks.</param>
    /// <param name="options">How to ask.</param>
    public VaultKey(Uri key, TokenCredential credential, VaultOptions options)
    {
        _key = key;
        _vault = HttpPipelineBuilder.Build(options, new BearerTokenAuthenticationPolicy(credential, "https://vault.azure.net/.default"));
    }

    /// <summary>Its versions, the enabled ones, the newest first, each with its public part (RFC 7517) and its times.</summary>
    public async Task<IReadOnlyList<(string Version, JsonElement Key, JsonElement Times)>> Versions(CancellationToken cancel)
    {
        var versions = await Send(RequestMethod.Get, $"{_key}/versions?{Api}", null, cancel);
        var enabled = versions.GetProperty("value").EnumerateArray()
            .Select(v => (Id: v.GetProperty("kid").GetString()!, At: v.GetProperty("attributes")))
            .Where(v => v.At.GetProperty("enabled").GetBoolean()).OrderByDescending(v => v.At.GetProperty("created").GetInt64());
        var keys = new List<(string, JsonElement, JsonElement)>();
        foreach (var (id, times) in enabled)
            keys.Add((Version(id), (await Send(RequestMethod.Get, $"{id}?{Api}", null, cancel)).GetProperty("key"), times));
        return keys;
    }

    /// <summary>Signs a digest with one of its versions.</summary>
    public async Task<byte[]> Sign(string version, string algorithm, byte[] digest, CancellationToken cancel) =>
        Value(await Do($"{version}/sign", algorithm, digest, cancel));

    /// <summary>Wraps another key with its newest version, which it names.</summary>
    public async Task<(string Version, byte[] Wrapped)> Wrap(byte[] key, CancellationToken cancel)
    {
        var wrapped = await Do("wrapkey", WrapAlgorithm, key, cancel);
        return (Version(wrapped.GetProperty("kid").GetString()!), Value(wrapped));
    }

    /// <summary>Unwraps what one of its versions wrapped.</summary>
    public async Task<byte[]> Unwrap(string version, byte[] wrapped, CancellationToken cancel) =>
        Value(await Do($"{version}/unwrapkey", WrapAlgorithm, wrapped, cancel));

    private Task<JsonElement> Do(string operation, string algorithm, byte[] value, CancellationToken cancel) => Send(
        RequestMethod.Post, $"{_key}/{operation}?{Api}", new { alg = algorithm, value = Base64Url.EncodeToString(value) }, cancel);

    private static string Version(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static byte[] Value(JsonElement answer) => Base64Url.DecodeFromChars(answer.GetProperty("value").GetString());

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
