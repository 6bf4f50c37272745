using Hub.Azure.Webhooks;

namespace Hub.Azure.Tests.Webhooks;

public sealed class SilentHandshakeTests : OutboundCase
{
    [Theory]
    [InlineData("", false, "the host's name has no address")]
    [InlineData("127.0.0.1", false, "no connection to the host's address: refused")]
    [InlineData("127.0.0.1,127.0.0.2", false, "no connection to any of the host's 2 addresses: refused")]
    [InlineData("127.0.0.1,127.0.0.2", true, "no connection to any of the host's 2 addresses within 5 s")]
    public async Task A_failure_says_what_happened(string addresses, bool silent, string reason)
    {
        var network = new LoggedNetwork(
            _ => addresses.Split(',', StringSplitOptions.RemoveEmptyEntries),
            (_, cancel) => silent ? LoggedNetwork.Silence(cancel) : LoggedNetwork.Refusal());
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Equal(reason, (await Receiver.Post(http, "http://partner.example/hook"))!.Reason);
    }

    [Fact]
    public async Task A_receiver_that_says_nothing_in_its_time_is_said_to_have_said_nothing()
    {
        await using var receiver = await Receiver.Start(http => Task.Delay(Timeout.Infinite, http.RequestAborted));
        Assert.Equal("no answer within 1 s", (await receiver.Post(timeout: TimeSpan.FromSeconds(1)))!.Reason);
    }

    [Fact]
    public async Task A_receiver_that_never_ends_its_handshake_is_told_from_one_that_never_answers()
    {
        var network = new LoggedNetwork(_ => ["127.0.0.1"], (_, _) => Task.FromResult<Stream>(new Wire("")));
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Equal(
            "no secure connection: it closed the connection in the TLS handshake",
            (await Receiver.Post(http, "https://partner.example/hook"))!.Reason);
    }
}
