using Hub.EndToEnd.Tests.Console;
using Hub.Local;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>One hub for the classes that leave it well; each test takes a State of its own where the register matters.</summary>
public sealed class SharedHub : IAsyncLifetime
{
    /// <summary>The key of its personal links, so that tests can make some.</summary>
    public const string LinkKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private RunningHub? _hub;

    public RunningHub Hub => _hub!;

    /// <summary>What its functions send of traces.</summary>
    public TraceCollector Traces { get; } = new();

    public async Task InitializeAsync() => _hub = await RunningHub.Start(new LocalHubOptions
    {
        Speed = 600, Settings = new Dictionary<string, string>(Traces.Settings) { ["Hub__LinkKey"] = LinkKey },
    });

    public async Task DisposeAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
        Traces.Dispose();
    }
}

/// <summary>The classes that share it.</summary>
[CollectionDefinition(Name)]
public sealed class SharedHubCollection : ICollectionFixture<SharedHub>
{
    public const string Name = "One hub";
}

/// <summary>
/// The classes that look at it with a browser, on another: these and those take about as long, and go side by side.
/// </summary>
[CollectionDefinition(Name)]
public sealed class SharedScreensCollection : ICollectionFixture<SharedHub>, ICollectionFixture<Visitors>
{
    public const string Name = "One hub with a browser";
}
