using System.Net;
using System.Net.Sockets;
using Hub.Host.Functions;
using Hub.Host.Worker;
using Microsoft.AspNetCore.Routing.Patterns;
using Yarp.ReverseProxy.Forwarder;

namespace Hub.Host.Http;

/// <summary>The address of the function app. Its port is taken at once, and answers once all functions are loaded.</summary>
public sealed class HttpFront : IAsyncDisposable
{
    private const int MaxConnections = 5000;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private WebApplication? _app;

    private HttpFront(int port) => Address = $"http://127.0.0.1:{port}";

    /// <summary>Where functions answer.</summary>
    public string Address { get; }

    /// <summary>Takes the port, or says that somebody else has it.</summary>
    public static HttpFront Reserve(int port)
    {
        var front = new HttpFront(port);
        try
        {
            front._socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return front;
        }
        catch (SocketException error)
        {
            front._socket.Dispose();
            throw new HostException(
                $"Port {port} of 127.0.0.1 cannot be taken: {error.Message}. End what has it, or give --port another one below 32768: " +
                "those above are handed out to clients.");
        }
    }

    /// <summary>Opens it for the functions that have an HTTP trigger.</summary>
    public async Task Open(
        IEnumerable<FunctionDefinition> functions, string routePrefix, bool homePage, WorkerSupervisor workers, FunctionInvoker invoker,
        TimeSpan drain, HostLog log)
    {
        var builder = Builder(drain, log);
        builder.Services.AddSingleton(services => new HttpTrigger(workers, invoker, services.GetRequiredService<IHttpForwarder>()));
        _app = builder.Build();
        var trigger = _app.Services.GetRequiredService<HttpTrigger>();
        var endpoints = functions.Select(f => Endpoint(f, routePrefix, trigger));
        ((IEndpointRouteBuilder)_app).DataSources.Add(new DefaultEndpointDataSource(endpoints));
        _app.UseRouting();
        _app.Use((context, next) => context.GetEndpoint() is null ? HomePage.Answer(context, homePage) : next(context));
        try
        {
            await _app.StartAsync();
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            throw new HostException($"Another program has taken {Address} meanwhile: {error.Message}");
        }
    }

    /// <summary>Takes no further request, and waits for those that are under way.</summary>
    public Task Stop(CancellationToken cancel) => _app?.StopAsync(cancel) ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _socket.Dispose();
    }

    private WebApplicationBuilder Builder(TimeSpan drain, HostLog log)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.AddProvider(log);
        builder.WebHost.UseKestrelCore().UseSockets(s => s.CreateBoundListenSocket = _ => _socket).ConfigureKestrel(k =>
        {
            // The worker says who answers.
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = HttpTrigger.MaxBody;
            k.Limits.MaxConcurrentConnections = MaxConnections;
            k.Listen((IPEndPoint)_socket.LocalEndPoint!);
        });
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = drain);
        builder.Services.AddRouting();
        builder.Services.AddSingleton<MatcherPolicy, FunctionMethodPolicy>();
        builder.Services.AddHttpForwarder();
        return builder;
    }

    private static RouteEndpoint Endpoint(FunctionDefinition function, string routePrefix, HttpTrigger trigger) => new(
        context => trigger.Run(context, function), RoutePatternFactory.Parse($"{routePrefix.Trim('/')}/{function.Route}"), order: 0,
        new EndpointMetadataCollection(function), function.Name);
}
