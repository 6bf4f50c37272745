using System.Net;
using System.Net.Sockets;

namespace Hub.Azure.Webhooks;

/// <summary>The network as webhooks use it: looks names up, and connects to addresses.</summary>
public interface IOutboundNetwork
{
    /// <summary>The addresses of a host; a <see cref="SocketException"/> where it has none.</summary>
    Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken cancel);

    /// <summary>A connection to one address.</summary>
    Task<Stream> Connect(IPEndPoint address, CancellationToken cancel);
}

/// <summary>The machine's own network.</summary>
public sealed class MachineNetwork : IOutboundNetwork
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken cancel) =>
        await Dns.GetHostAddressesAsync(host, cancel);

    /// <inheritdoc/>
    public async Task<Stream> Connect(IPEndPoint address, CancellationToken cancel)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
