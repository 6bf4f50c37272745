using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Hub.Azure.Protection;
using Hub.Azure.Webhooks;

namespace Hub.Azure.Tests.Builders;

/// <summary>Key Vault's REST API of keys, as far as the hub asks it.</summary>
internal sealed class Vault(params string[] versions) : HttpMessageHandler
{
    private const string Key = "https://vault.example/keys/webhooks";
    private readonly Dictionary<string, ECDsa> _keys = versions.ToDictionary(v => v, _ => ECDsa.Create(ECCurve.NamedCurves.nistP256));

    private readonly RSA _wrapping = RSA.Create(2048);

    public string? Disabled { get; init; }

    public bool IsDown { get; init; }

    public int Requests { get; private set; }

    /// <summary>The key as the hub knows it.</summary>
    public VaultKey Reference()
    {
        var options = new VaultOptions { Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)) };
        options.Retry.MaxRetries = 0;
        return new(new Uri(Key), new Credential(), options);
    }

    public VaultMessageSigner Signer() => new(Reference(), TimeProvider.System);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        if (IsDown || request.RequestUri!.Query != "?api-version=7.4" || request.Headers.Authorization?.Parameter != "token")
            return new(HttpStatusCode.ServiceUnavailable);
        var path = request.RequestUri.AbsolutePath["/keys/webhooks/".Length..].Split('/');
        return path switch
        {
            ["versions"] => Json(new JsonObject { ["value"] = new JsonArray([.. versions.Select(Version)]) }),
            ["wrapkey"] => Json(Wrapped(versions[^1], (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!, true)),
            [var version, "unwrapkey"] =>
                Json(Wrapped(version, (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!, false)),
            [var version, "sign"] => Json(Signed(version, (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellationToken))!)),
            [var version] => Json(new JsonObject { ["key"] = Jwk(version) }),
            _ => new(HttpStatusCode.NotFound),
        };
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var key in _keys.Values)
            key.Dispose();
        _wrapping.Dispose();
        base.Dispose(disposing);
    }

    private JsonNode Version(string version, int at) => new JsonObject
    {
        ["kid"] = $"{Key}/{version}",
        ["attributes"] = new JsonObject { ["enabled"] = version != Disabled, ["created"] = 1700000000 + at, ["exp"] = 1800000000 + at },
    };

    private JsonObject Jwk(string version)
    {
        var point = _keys[version].ExportParameters(false).Q;
        return new()
        {
            ["kid"] = $"{Key}/{version}",
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(point.X),
            ["y"] = Base64Url.EncodeToString(point.Y),
        };
    }

    private JsonObject Signed(string version, JsonObject body)
    {
        Assert.Equal("ES256", (string)body["alg"]!);
        var signature = _keys[version].SignHash(Base64Url.DecodeFromChars((string)body["value"]!));
        return new() { ["kid"] = $"{Key}/{version}", ["value"] = Base64Url.EncodeToString(signature) };
    }

    private JsonObject Wrapped(string version, JsonObject body, bool wrap)
    {
        Assert.Equal("RSA-OAEP-256", (string)body["alg"]!);
        var value = Base64Url.DecodeFromChars((string)body["value"]!);
        var done = wrap
            ? _wrapping.Encrypt(value, RSAEncryptionPadding.OaepSHA256)
            : _wrapping.Decrypt(value, RSAEncryptionPadding.OaepSHA256);
        return new() { ["kid"] = $"{Key}/{version}", ["value"] = Base64Url.EncodeToString(done) };
    }

    private static HttpResponseMessage Json(JsonObject body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
}

file sealed class Credential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("token", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
