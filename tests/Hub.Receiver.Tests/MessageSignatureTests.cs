using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Receiver.Tests;

public sealed class MessageSignatureTests : IDisposable
{
    private const string Url = "https://partner.example/hook";
    private const string Covered = "(\"@method\" \"@target-uri\" \"content-digest\" \"content-type\" \"webhook-id\" \"webhook-timestamp\")";
    private static readonly DateTimeOffset Now = new(2025, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = """{"sequence":7}"""u8.ToArray();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    // RFC 9421, appendix B.2.4, with the key of B.1.3.
    [Fact]
    public void The_signature_that_the_RFC_prints_verifies_with_the_key_that_it_prints()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(
            """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf
            w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==
            -----END PUBLIC KEY-----
            """);
        var signed =
            """
            "@status": 200
            "content-type": application/json
            "content-digest": sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:
            "content-length": 23
            "@signature-params": ("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"
            """.ReplaceLineEndings("\n");
        const string Printed = "wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==";

        Assert.True(Set(key, "test-key-ecc-p256")
            .Verifies("test-key-ecc-p256", Encoding.UTF8.GetBytes(signed), Convert.FromBase64String(Printed)));
        Assert.False(Set(key, "test-key-ecc-p256")
            .Verifies("test-key-ecc-p256", Encoding.UTF8.GetBytes(signed + " "), Convert.FromBase64String(Printed)));
    }

    [Fact]
    public void A_webhook_that_the_hub_signed_is_the_hubs() => Assert.Null(Problem(Signed()));

    [Fact]
    public void A_signature_of_somebody_else_beside_it_changes_nothing()
    {
        var webhook = Signed();
        var headers = new Dictionary<string, string>(webhook.Headers)
        {
            ["signature-input"] = $"proxy=(\"@method\");created=1, {webhook.Headers["signature-input"]}",
            ["signature"] = $"proxy=:AAAA:, {webhook.Headers["signature"]}",
        };
        Assert.Null(Problem(webhook with { Headers = headers }));
    }

    [Fact]
    public void Another_body_address_id_time_or_type_is_noticed()
    {
        Assert.Contains("content-digest", Problem(Signed() with { Body = "{}"u8.ToArray() }), StringComparison.Ordinal);
        Assert.Contains("not right", Problem(Signed() with { TargetUri = "https://other.example/hook" }), StringComparison.Ordinal);
        Assert.Contains("not right", Problem(With("webhook-id", "evt-8")), StringComparison.Ordinal);
        Assert.Contains("not right", Problem(With("webhook-timestamp", "1")), StringComparison.Ordinal);
        Assert.Contains("not right", Problem(With("content-type", "text/html")), StringComparison.Ordinal);
        Assert.Contains("does not have", Problem(With("content-type", "")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@method")]
    [InlineData("@target-uri")]
    [InlineData("content-digest")]
    [InlineData("webhook-id")]
    public void A_signature_that_leaves_out_what_matters_is_none(string left) =>
        Assert.Contains(
            left, Problem(Signed(Covered.Replace($"\"{left}\"", "\"user-agent\"", StringComparison.Ordinal))), StringComparison.Ordinal);

    [Theory]
    [InlineData(299, null)]
    [InlineData(301, "301 s old")]
    [InlineData(-301, "301 s ahead")]
    public void It_has_to_be_near_in_time(int seconds, string? problem)
    {
        var found = MessageSignature.Problem(Signed(), Set(_key, "k1"), Now.AddSeconds(seconds));
        if (problem is null)
            Assert.Null(found);
        else
            Assert.Contains(problem, found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_the_set_lacks_asks_for_the_set_again() =>
        Assert.Contains("fetch it again", MessageSignature.Problem(Signed(), Set(_key, "k2"), Now), StringComparison.Ordinal);

    [Theory]
    [InlineData("signature-input", "")]
    [InlineData("signature-input", "hub=(")]
    [InlineData("signature-input", "hub=(\"@method\";req);created=1")]
    [InlineData("signature-input", "other=(\"@method\");created=1")]
    [InlineData("signature", "hub=:not base64:")]
    [InlineData("signature", "hub=:AAAA:")]
    [InlineData("signature", "")]
    public void Headers_that_are_cut_or_made_up_are_refused(string header, string value) => Assert.NotNull(Problem(With(header, value)));

    [Theory]
    [InlineData(";created=1743508800;keyid=\"k1\";alg=\"hmac-sha256\"", "algorithm")]
    [InlineData(";keyid=\"k1\"", "when it was made")]
    [InlineData(";created=99999999999999999999;keyid=\"k1\"", "when it was made")]
    public void Parameters_that_weaken_it_are_refused(string parameters, string problem) =>
        Assert.Contains(problem, Problem(With("signature-input", $"hub={Covered}{parameters}")), StringComparison.Ordinal);

    private string? Problem(ReceivedWebhook webhook) => MessageSignature.Problem(webhook, Set(_key, "k1"), Now);

    private ReceivedWebhook With(string header, string value)
    {
        var webhook = Signed();
        return webhook with { Headers = new Dictionary<string, string>(webhook.Headers) { [header] = value } };
    }

    private ReceivedWebhook Signed(string covered = Covered)
    {
        var created = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var values = new Dictionary<string, string>
        {
            ["@method"] = "POST", ["@target-uri"] = Url, ["content-digest"] = MessageSignature.Digest(Body),
            ["content-type"] = "application/cloudevents+json", ["webhook-id"] = "evt-7", ["webhook-timestamp"] = created,
            ["user-agent"] = "DirectoryHub/1.0",
        };
        var parameters = $"{covered};created={created};keyid=\"k1\";alg=\"{MessageSignature.Algorithm}\"";
        var lines = covered.Trim('(', ')').Split(' ').Select(n => $"{n}: {values[n.Trim('"')]}")
            .Append($"\"@signature-params\": {parameters}");
        var signature = _key.SignData(Encoding.UTF8.GetBytes(string.Join('\n', lines)), HashAlgorithmName.SHA256);
        values["signature-input"] = $"hub={parameters}";
        values["signature"] = $"hub=:{Convert.ToBase64String(signature)}:";
        return new(Url, values.Where(v => v.Key[0] != '@').ToDictionary(), Body);
    }

    private static JwkSet Set(ECDsa key, string id)
    {
        var point = key.ExportParameters(false).Q;
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        return JwkSet.Parse($$"""{"keys":[{"kty":"RSA","kid":"r"},{"kty":"EC","crv":"P-256","kid":"{{id}}","x":"{{x}}","y":"{{y}}"}]}""");
    }
}
