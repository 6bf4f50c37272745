using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Hub.Broker.Tests;

/// <summary>Stands between a client and the broker, and cuts the line as a power cut or a crash does.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly int _target;

    public Proxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Ends every connection without a word; new ones go through.</summary>
    public void Cut()
    {
        while (_sockets.TryTake(out var socket))
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task Accept()
    {
        while (true)
        {
            var client = await _listener.AcceptSocketAsync();
            var broker = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await broker.ConnectAsync(IPAddress.Loopback, _target);
            _sockets.Add(client);
            _sockets.Add(broker);
            _ = Copy(client, broker);
            _ = Copy(broker, client);
        }
    }

    private static async Task Copy(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReceiveAsync(buffer) is > 0 and var read)
            await to.SendAsync(buffer.AsMemory(0, read));
        to.Shutdown(SocketShutdown.Send);
    }
}
