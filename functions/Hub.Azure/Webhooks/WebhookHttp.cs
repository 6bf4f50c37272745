using System.Net;
using System.Net.Sockets;
using Hub.Core.Channels.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>Makes the HTTP client for webhooks: the address that was checked is the one connected to, at every connection.</summary>
public static class WebhookHttp
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>A client that reaches public addresses only, and loopback where the setting says so (development).</summary>
    public static HttpClient Create(bool allowLoopback)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            MaxResponseHeadersLength = 16,
            ConnectCallback = (context, cancel) => Connect(context.DnsEndPoint, allowLoopback, cancel),
        };
        return new(handler) { Timeout = HttpWebhookSender.Timeout };
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint endPoint, bool allowLoopback, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(endPoint.Host, cancel);
        var allowed = addresses.Where(a => PublicAddress.IsPublic(a) || (allowLoopback && IPAddress.IsLoopback(a))).ToArray();
        if (allowed.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has no public address.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
