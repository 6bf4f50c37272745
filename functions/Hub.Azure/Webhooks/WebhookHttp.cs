using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Hub.Core.Channels.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>Finds the addresses of a host.</summary>
public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);

/// <summary>Makes the HTTP client for webhooks: the address that was checked is the one connected to, at every connection.</summary>
public static class WebhookHttp
{
    /// <summary>How much of an answer is taken, in bytes.</summary>
    public const int MostOfAnswer = 16 * 1024;

    private const int MostHeadersKilobytes = 16;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>A client that reaches public addresses only, and loopback where the setting says so (development).</summary>
    public static HttpClient Create(bool allowLoopback, Resolve? resolve = null)
    {
        var find = resolve ?? Dns.GetHostAddressesAsync;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            MaxResponseHeadersLength = MostHeadersKilobytes,
            MaxResponseDrainSize = MostOfAnswer,
            SslOptions = { EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13 },
            ConnectCallback = async (context, cancel) => await Connect(
                Checked(await find(context.DnsEndPoint.Host, cancel), allowLoopback), context.DnsEndPoint.Port, cancel),
        };
        return new(handler) { Timeout = HttpWebhookSender.Timeout };
    }

    // One closed address among open ones is enough: a name that also stands for one behind the walls means no good.
    private static IPAddress[] Checked(IPAddress[] addresses, bool allowLoopback) =>
        addresses.Length > 0 && addresses.All(a => PublicAddress.IsPublic(a) || (allowLoopback && IPAddress.IsLoopback(a)))
            ? addresses
            : throw new ClosedAddressException();

    private static async ValueTask<Stream> Connect(IPAddress[] addresses, int port, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>That a host has an address to which webhooks may not go.</summary>
internal sealed class ClosedAddressException() : IOException("the host has an address that is not of the public Internet");
