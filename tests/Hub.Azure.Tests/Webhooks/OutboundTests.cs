using System.Text;
using Hub.Azure.Webhooks;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>
/// Where webhooks really go: one form of an address from the check to the wire, and every address of a host tried in time.
/// </summary>
public sealed class OutboundTests : OutboundCase
{
    private const string Taken = "HTTP/1.1 204 No Content\r\n\r\n";

    [Theory]
    [InlineData("https://Partner.Example/Hook?Q=1", "https://partner.example/Hook?Q=1")]
    [InlineData("https://partner.example:443/hook", "https://partner.example/hook")]
    [InlineData("https://partner.example:8443/hook", "https://partner.example:8443/hook")]
    [InlineData("https://partner.example./hook", "https://partner.example/hook")]
    [InlineData("https://réseau.example/hook", "https://xn--rseau-bsa.example/hook")]
    [InlineData("https://XN--RSEAU-BSA.example/hook", "https://xn--rseau-bsa.example/hook")]
    [InlineData("https://re\u0301seau.example/hook", "https://xn--rseau-bsa.example/hook")]
    [InlineData("https://министерство.example/крюк", "https://xn--b1afiashkohcid.example/%D0%BA%D1%80%D1%8E%D0%BA")]
    [InlineData("https://ｐａｒｔｎｅｒ。example/hook", "https://partner.example/hook")]
    [InlineData("https://partner.example/a/../b?x= y", "https://partner.example/b?x=%20y")]
    [InlineData("https://[2606:4700:4700:0:0:0:0:1111]/hook", "https://[2606:4700:4700::1111]/hook")]
    [InlineData("https://134744072/", "https://8.8.8.8/")]
    [InlineData("  https://partner.example/hook\n", "https://partner.example/hook")]
    public void An_address_has_one_form_in_ascii(string written, string form)
    {
        Assert.True(WebhookAddress.TryRead(written, allowLoopback: false, out var address, out _));
        Assert.Equal(form, address);
        Assert.Equal(form, WebhookAddress.Ascii(written.Trim()));
        Assert.Equal(form, WebhookAddress.Ascii(form));
        Assert.True(Ascii.IsValid(address));
    }

    [Theory]
    [InlineData("https://re\u200dport.example.org/hook", "looked up")]
    [InlineData("https://partner.example:0/hook", "port 0")]
    [InlineData("https://partner.example:25/hook", "port 25")]
    [InlineData("https://user@partner.example/hook", "user name")]
    [InlineData("https://partner.example/hook#a", "fragment")]
    public void What_is_wrong_with_an_address_is_said_in_words(string written, string word) =>
        Assert.Contains(word, WebhookAddress.Problem(written, allowLoopback: false), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://réseau.example:8080/крюк")]
    [InlineData("http://Partner.Example.:8080/a/../b")]
    public async Task What_is_looked_up_signed_and_sent_is_the_same_address(string written)
    {
        var (form, wire) = (WebhookAddress.Ascii(written), new Wire(Taken));
        var network = new LoggedNetwork(_ => ["127.0.0.1"], (_, _) => Task.FromResult<Stream>(wire));
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Null(await Receiver.Post(http, form));
        var (sent, uri) = (wire.Sent.Split("\r\n"), new Uri(form));
        Assert.Equal($"POST {uri.PathAndQuery} HTTP/1.1", sent[0]);
        Assert.Contains($"Host: {uri.Host}:8080", sent);
        Assert.Equal(uri.Host, Assert.Single(network.Asked));
        var signed = Encoding.UTF8.GetString(new MessageSignature(written, "evt-1", Receiver.Now, []).Base("key"));
        Assert.Contains($"\"@target-uri\": {form}\n", signed, StringComparison.Ordinal);
    }
}
