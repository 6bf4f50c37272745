using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hub.Receiver.Tests;

/// <summary>What cannot be read is thrown back as the documentation says, and changes nothing.</summary>
public sealed class UnreadableTests
{
    private static readonly LogDigest Digest = new(1, "", new('0', 64), DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("no JSON", typeof(JsonException))]
    [InlineData("[]", typeof(InvalidOperationException))]
    [InlineData("""{"sequence":"1","previoushash":"","hash":"ab"}""", typeof(InvalidOperationException))]
    [InlineData("""{"sequence":1.5,"previoushash":"","hash":"ab"}""", typeof(FormatException))]
    [InlineData("""{"sequence":1}""", typeof(KeyNotFoundException))]
    public void An_event(string body, Type thrown)
    {
        var mirror = new LogMirror();
        Throws(thrown, () => new EventTrail().Take(Encoding.UTF8.GetBytes(body)));
        Throws(thrown, () => mirror.Take(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(0, mirror.Sequence);
    }

    [Fact]
    public void An_event_whose_hash_is_not_hexadecimal() =>
        Throws(typeof(FormatException), () => new LogMirror().Take("""{"sequence":1,"hash":"xy"}"""u8));

    [Theory]
    [InlineData("no JSON", typeof(JsonException))]
    [InlineData("{}", typeof(KeyNotFoundException))]
    [InlineData("""{"keys":1}""", typeof(InvalidOperationException))]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"1","x":"?"}]}""", typeof(FormatException))]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","kid":"1"},{"kty":"EC","crv":"P-256","kid":"1"}]}""", typeof(ArgumentException))]
    public void A_key_set(string json, Type thrown) => Throws(thrown, () => JwkSet.Parse(json));

    [Fact]
    public void A_key_that_is_no_point_of_the_curve()
    {
        var keys = JwkSet.Parse("""{"keys":[{"kty":"EC","crv":"P-256","kid":"1","x":"AQ","y":"AQ"}]}""");
        Throws(typeof(CryptographicException), () => keys.Verifies("1", [1], new byte[64]));
    }

    [Theory]
    [InlineData("no JSON", typeof(JsonException))]
    [InlineData("{}", typeof(KeyNotFoundException))]
    [InlineData("""{"at":"1","path":1}""", typeof(InvalidOperationException))]
    [InlineData("""{"at":1,"sequence":1,"hash":"xy","path":["xy"]}""", typeof(FormatException))]
    public void A_proof(string proof, Type thrown)
    {
        Throws(thrown, () => LogProof.Includes(proof, Digest));
        Throws(thrown, () => LogProof.Extends(proof, Digest, Digest));
    }

    [Theory]
    [InlineData("no JSON", typeof(JsonException))]
    [InlineData("""{"at":1}""", typeof(KeyNotFoundException))]
    [InlineData("""{"at":1,"items":{}}""", typeof(InvalidOperationException))]
    [InlineData("""{"at":1,"items":[{"state":"SEN","root":""},{"state":"SEN","root":""}]}""", typeof(ArgumentException))]
    public void The_digests_of_States(string digests, Type thrown) => Throws(thrown, () => new LogMirror().Differences(digests));

    [Fact]
    public void A_secret()
    {
        var webhook = new ReceivedWebhook("https://partner.example/", new Dictionary<string, string>
        {
            ["webhook-id"] = "evt-1", ["webhook-timestamp"] = "0", ["webhook-signature"] = "v1,",
        }, default);
        Throws(typeof(FormatException), () => StandardWebhook.Key("whsec_?"));
        Throws(typeof(FormatException), () => StandardWebhook.Sign("whsec_?", "evt-1", "0", []));
        Throws(typeof(FormatException), () => StandardWebhook.Problem(webhook, "whsec_?", DateTimeOffset.UnixEpoch));
    }

    // Of this kind or of one of its own, as JsonReaderException is.
    private static void Throws(Type thrown, Action read) => Assert.IsAssignableFrom(thrown, Record.Exception(read));
}
