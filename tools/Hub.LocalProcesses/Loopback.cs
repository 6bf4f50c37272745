using System.Net;
using System.Net.Sockets;

namespace Hub.LocalProcesses;

/// <summary>Free ports of this machine's loopback address.</summary>
public static class Loopback
{
    // Below those that the system gives to outgoing connections (32768 and up, on Linux): one of these would be taken by somebody's
    // connection while a process that is to listen there is being started again.
    private const int First = 15_000;
    private const int Last = 32_000;

    /// <summary>As many distinct ports as asked for, each free a moment ago.</summary>
    public static int[] FreePorts(int count)
    {
        var listeners = new List<TcpListener>();
        while (listeners.Count < count)
            if (Listen(Random.Shared.Next(First, Last)) is { } listener)
                listeners.Add(listener);
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        listeners.ForEach(l => l.Stop());
        return ports;
    }

    private static TcpListener? Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
