using System.Net;
using Hub.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.StandIns.Tests.Worker;

/// <summary>A functions app in this process, on a port of its own, with the functions of one class.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly IHost _host;

    private TestApp(IHost host, int port, Journal journal)
    {
        _host = host;
        Journal = journal;
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public HttpClient Http { get; }

    public Journal Journal { get; }

    public static async Task<TestApp> Start(
        Type functions, Dictionary<string, string?>? settings = null, Action<FunctionsApplicationBuilder>? configure = null,
        string? hostJson = null)
    {
        var port = Loopback.FreePorts(1)[0];
        var journal = new Journal();
        var host = Build(functions, settings, hostJson, builder =>
        {
            builder.Services.AddSingleton(journal);
            builder.Services.Configure<KestrelServerOptions>(k => k.Listen(IPAddress.Loopback, port));
            configure?.Invoke(builder);
        });
        await host.StartAsync();
        return new TestApp(host, port, journal);
    }

    public static IHost Build(
        Type functions, Dictionary<string, string?>? settings = null, string? hostJson = null,
        Action<FunctionsApplicationBuilder>? configure = null)
    {
        using var folder = new TemporaryFolder();
        if (hostJson is not null)
            File.WriteAllText(Path.Combine(folder.Path, "host.json"), hostJson);
        var builder = new FunctionsApplicationBuilder([], folder.Path) { FunctionTypes = [functions] };
        foreach (var (name, value) in settings ?? [])
            builder.Configuration[name] = value;
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>What the app says when it refuses to start.</summary>
    public static string Refusal(Type functions, Dictionary<string, string?>? settings = null, string? hostJson = null) =>
        Assert.Throws<InvalidOperationException>(() => Build(functions, settings, hostJson)).Message;

    public Task Stop() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
