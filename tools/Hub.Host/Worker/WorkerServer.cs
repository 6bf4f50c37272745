using System.Net;
using System.Net.Sockets;
using Hub.Host.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Hub.Host.Worker;

/// <summary>The gRPC server of the host, for its worker only, on a loopback port of its own.</summary>
public sealed class WorkerServer : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly WebApplication _app;

    public WorkerServer(HostLog log)
    {
        // Listens before the server is built, so that the first worker can start meanwhile.
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _socket.Listen();
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
        _app = Build(log);
    }

    /// <summary>Where workers connect.</summary>
    public int Port { get; }

    /// <summary>The workers that may connect.</summary>
    public WorkerService.Expected Expected { get; } = new();

    /// <summary>Begins to serve.</summary>
    public Task Start() => _app.StartAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _socket.Dispose();
    }

    private WebApplication Build(HostLog log)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.AddProvider(log);
        builder.WebHost.UseKestrelCore().UseSockets(s => s.CreateBoundListenSocket = _ => _socket).ConfigureKestrel(k =>
        {
            k.Limits.MaxRequestBodySize = null;
            k.Limits.MinRequestBodyDataRate = null;
            k.Limits.MinResponseDataRate = null;
            k.Listen(IPAddress.Loopback, Port, l => l.Protocols = HttpProtocols.Http2);
        });
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.AddSingleton(Expected);
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(g => (g.MaxReceiveMessageSize, g.MaxSendMessageSize) = (null, null));
        var app = builder.Build();
        app.UseRouting();
        app.MapGrpcService<WorkerService>();
        return app;
    }
}
