using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Hub.Azure.Webhooks;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>A network that answers as it is told, and keeps whom it was asked for and whom it connected to.</summary>
/// <param name="addresses">The addresses of a name.</param>
/// <param name="connect">What comes of connecting to an address; the machine's own network where null.</param>
internal sealed class LoggedNetwork(
    Func<string, IEnumerable<string>> addresses, Func<IPEndPoint, CancellationToken, Task<Stream>>? connect = null) : IOutboundNetwork
{
    private readonly MachineNetwork _machine = new();

    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<string> Connected { get; } = [];

    /// <summary>An address that never answers.</summary>
    public static async Task<Stream> Silence(CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        return Stream.Null;
    }

    /// <summary>An address that refuses.</summary>
    public static Task<Stream> Refusal() =>
        Task.FromException<Stream>(new SocketException((int)SocketError.ConnectionRefused));

    public Task<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken cancel)
    {
        Asked.Enqueue(host);
        return Task.FromResult<IReadOnlyList<IPAddress>>([.. addresses(host).Select(IPAddress.Parse)]);
    }

    public Task<Stream> Connect(IPEndPoint address, CancellationToken cancel)
    {
        Connected.Enqueue($"{address}");
        return (connect ?? _machine.Connect)(address, cancel);
    }
}
