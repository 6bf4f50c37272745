using System.Net;
using System.Net.Sockets;

namespace Hub.Testing;

/// <summary>Free ports of this machine's loopback address.</summary>
public static class Loopback
{
    /// <summary>As many distinct ports as asked for, each free a moment ago.</summary>
    public static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        listeners.ForEach(l => l.Stop());
        return ports;
    }
}
