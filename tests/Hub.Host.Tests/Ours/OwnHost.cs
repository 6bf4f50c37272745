using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Host.Tests.Ours;

/// <summary>A host and a broker of one test's own, to end and start as it likes.</summary>
public sealed class OwnHost : IAsyncDisposable
{
    private readonly LocalBroker _broker;
    private readonly string _gates;

    private OwnHost(LocalBroker broker, FunctionsHost host, string gates)
    {
        (_broker, Host, _gates) = (broker, host, gates);
        Queues = new ServiceBusClient(broker.ConnectionString);
        Http = new HttpClient { BaseAddress = host.Address };
    }

    public FunctionsHost Host { get; }

    public ServiceBusClient Queues { get; }

    public HttpClient Http { get; }

    /// <summary>Starts both.</summary>
    public static async Task<OwnHost> Start(Dictionary<string, string>? settings = null, TimeSpan? drain = null, string? file = null)
    {
        var broker = await HostUnderTest.Broker();
        var gates = Directory.CreateTempSubdirectory("hub-host-gates-").FullName;
        try
        {
            var environment = HostUnderTest.Settings(broker.ConnectionString);
            environment["GatesFolder"] = gates;
            // It runs all the time, and would be what a time limit hits.
            environment["AzureWebJobs.Slow.Disabled"] = "true";
            foreach (var (name, value) in settings ?? [])
                environment[name] = value;
            var host = await FunctionsHost.Start(HostUnderTest.App, environment: environment, settings: file, drain: drain);
            return new OwnHost(broker, host, gates);
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Has a function hold a message until its gate opens; returns the gate's name once it does.</summary>
    public async Task<string> Hold()
    {
        var gate = Guid.NewGuid().ToString("N");
        await using var sender = Queues.CreateSender("held");
        await sender.SendMessageAsync(new ServiceBusMessage(gate));
        await Host.Wrote($"Holding {gate}, delivery 1", HostUnderTest.Patience);
        return gate;
    }

    /// <summary>Lets functions go on that wait at these gates, even where the host takes no more requests.</summary>
    public void Open(params string[] gates)
    {
        foreach (var gate in gates)
            File.Create(Path.Combine(_gates, gate)).Dispose();
    }

    /// <summary>Gets a path's text.</summary>
    public Task<string> Get(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        await Queues.DisposeAsync();
        await _broker.DisposeAsync();
        Directory.Delete(_gates, recursive: true);
    }
}
