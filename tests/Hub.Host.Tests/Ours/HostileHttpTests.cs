using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hub.Host.Tests.Ours;

/// <summary>Clients that mean harm or are broken: each is bounded, and others are served meanwhile.</summary>
[Collection(HostCollection.Name)]
[Trait("Host", "ours")]
public sealed class HostileHttpTests(HostUnderTest host)
{
    [Fact]
    public async Task Headers_without_end_are_refused()
    {
        var response = await Raw($"GET /hello/you HTTP/1.1\r\nHost: x\r\nX-Long: {new string('a', 100_000)}\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 431", response, StringComparison.Ordinal);
        await Serves();
    }

    [Theory]
    [InlineData("GARBAGE\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /hello/you HTTP/1.1\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET /hello/you HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET http://other.example/hello/you HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nx", "HTTP/1.1 ")]
    [InlineData("POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n", "HTTP/1.1 ")]
    public async Task Requests_that_are_none_are_refused(string request, string begins)
    {
        var response = await Raw(request);

        Assert.StartsWith(begins, response, StringComparison.Ordinal);
        Assert.DoesNotContain("200 OK", response, StringComparison.Ordinal);
        await Serves();
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for_for_ever()
    {
        var response = await Raw("POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nslow");

        Assert.DoesNotContain("200 OK", response, StringComparison.Ordinal);
        await Serves();
    }

    [Fact]
    public async Task Connections_that_are_held_open_do_not_keep_others_out()
    {
        var connections = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 400; i++)
            {
                var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, host.Address.Port);
                await client.GetStream().WriteAsync("GET /hello/you HTTP/1.1\r\nHost: x\r\nX-Half: "u8.ToArray());
                connections.Add(client);
            }

            await Serves();
        }
        finally
        {
            connections.ForEach(c => c.Dispose());
        }
    }

    private async Task Serves()
    {
        using var fresh = new HttpClient { BaseAddress = host.Address };
        Assert.StartsWith("Hello", await fresh.GetStringAsync(new Uri("/hello/you", UriKind.Relative)), StringComparison.Ordinal);
    }

    // Everything that comes back until the host closes the connection, which it is to do.
    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, host.Address.Port);
        using var limit = new CancellationTokenSource(HostUnderTest.Patience);
        var received = new StringBuilder();
        try
        {
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), limit.Token);
            var buffer = new byte[65536];
            int count;
            while ((count = await client.GetStream().ReadAsync(buffer, limit.Token)) > 0)
                received.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            // Closed hard, which is as good.
        }
        return received.ToString();
    }
}
