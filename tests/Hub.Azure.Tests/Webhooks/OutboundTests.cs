using System.Net;
using System.Text;
using Hub.Azure.Webhooks;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>
/// Where webhooks really go: one form of an address from the check to the wire, and every address of a host tried in time.
/// </summary>
public sealed class OutboundTests
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

    [Fact]
    public async Task The_second_address_is_tried_while_the_first_is_silent()
    {
        await using var receiver = await Receiver.Start(204);
        var network = new LoggedNetwork(
            _ => ["::1", "127.0.0.1"],
            (to, cancel) =>
                IPAddress.IPv6Loopback.Equals(to.Address) ? LoggedNetwork.Silence(cancel) : new MachineNetwork().Connect(to, cancel));
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Null(await Receiver.Post(http, $"http://two.example:{receiver.Port}/hook"));
        Assert.Equal([$"[::1]:{receiver.Port}", $"127.0.0.1:{receiver.Port}"], network.Connected);
    }

    [Fact]
    public async Task An_address_that_refuses_does_not_hide_those_after_it()
    {
        await using var receiver = await Receiver.Start(204);
        var asked = 0;
        var network = new LoggedNetwork(
            _ => ["127.0.0.2", "127.0.0.3", "127.0.0.1"],
            (to, cancel) => ++asked < 3 ? LoggedNetwork.Refusal() : new MachineNetwork().Connect(to, cancel));
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.Null(await Receiver.Post(http, $"http://three.example:{receiver.Port}/hook"));
        Assert.Equal(3, network.Connected.Count);
    }

    [Fact]
    public async Task A_hundred_addresses_are_not_all_knocked_at()
    {
        var network = new LoggedNetwork(_ => Enumerable.Range(1, 100).Select(i => $"127.0.1.{i}"), (_, _) => LoggedNetwork.Refusal());
        using var http = WebhookHttp.Create(allowLoopback: true, network);
        Assert.NotNull(await Receiver.Post(http, "http://many.example/hook"));
        Assert.Equal(16, network.Connected.Count);
    }

    [Fact]
    public async Task One_closed_address_among_open_ones_closes_all()
    {
        var network = new LoggedNetwork(_ => ["8.8.8.8", "64:ff9b::a00:1"], (_, _) => LoggedNetwork.Refusal());
        using var http = WebhookHttp.Create(allowLoopback: false, network);
        Assert.Contains(
            "not of the public Internet",
            (await Receiver.Post(http, "https://mixed.example/hook"))!.Reason,
            StringComparison.Ordinal);
        Assert.Empty(network.Connected);
    }

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

    /// <summary>A connection that keeps what is sent and answers always the same.</summary>
    private sealed class Wire(string answer) : MemoryStream
    {
        private readonly MemoryStream _answer = new(Encoding.ASCII.GetBytes(answer));
        private readonly MemoryStream _sent = new();

        public string Sent => Encoding.ASCII.GetString(_sent.ToArray());

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _sent.WriteAsync(buffer, cancellationToken);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            _answer.ReadAsync(buffer, cancellationToken);
    }
}
