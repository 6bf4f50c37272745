using Hub.Azure.Webhooks;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Tests.Webhooks;

public sealed class BrokenHandshakeTests : OutboundCase
{
    [Theory]
    [InlineData("", "it closed the connection without a whole answer")]
    [InlineData("HTTP/1.1 204 No", "it closed the connection without a whole answer")]
    [InlineData("SSH-2.0-OpenSSH_9.0\r\n\r\n", "what it answered is no HTTP")]
    [InlineData("HTTP/1.1 204 No Content\r\nX: {long}\r\n\r\n", "the headers of its answer are too long")]
    public async Task What_is_no_whole_answer_is_called_what_it_is(string answer, string reason)
    {
        var sent = answer.Replace("{long}", new('x', 20_000), StringComparison.Ordinal);
        var network = new LoggedNetwork(_ => ["127.0.0.1"], (_, _) => Task.FromResult<Stream>(new Wire(sent)));
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Equal(reason, (await Receiver.Post(http, "http://partner.example/hook"))!.Reason);
    }

    [Fact]
    public async Task A_handshake_that_comes_to_nothing_is_blamed_on_no_version_that_nobody_looked_at()
    {
        // A server that answers in plain HTTP, and one that sends the alert "handshake failure".
        foreach (var answer in new[] { "HTTP/1.1 400 Bad Request\r\n\r\n", "\x15\x03\x03\0\x02\x02\x28" })
        {
            var network = new LoggedNetwork(_ => ["127.0.0.1"], (_, _) => Task.FromResult<Stream>(new Wire(answer)));
            using var http = WebhookHttp.Create(allowLoopback: true, network);
            Assert.StartsWith(
                "no secure connection: the TLS handshake failed", (await Receiver.Post(http, "https://partner.example/hook"))!.Reason,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://partner.example:25/hook", 25)]
    [InlineData("https://partner.example:993/hook", 993)]
    [InlineData("https://partner.example:0/hook", 0)]
    [InlineData("https://partner.example:6667/hook", 6667)]
    public async Task An_address_that_was_kept_with_a_port_of_another_service_gets_nothing(string kept, int port)
    {
        var network = new LoggedNetwork(_ => ["8.8.8.8"], (_, _) => LoggedNetwork.Refusal());
        using var http = WebhookHttp.Create(allowLoopback: false, network);
        Assert.Equal(
            $"webhooks do not go to port {port} any more: change the address",
            (await Receiver.Post(http, WebhookAddress.Ascii(kept)))!.Reason);
        Assert.Empty(network.Connected);
    }
}
