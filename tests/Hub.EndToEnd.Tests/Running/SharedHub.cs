using Hub.Local;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>One hub for the classes that leave it well; each test takes a State of its own where the register matters.</summary>
public sealed class SharedHub : IAsyncLifetime
{
    private RunningHub? _hub;

    public RunningHub Hub => _hub!;

    public async Task InitializeAsync() => _hub = await RunningHub.Start(new LocalHubOptions { Speed = 600 });

    public async Task DisposeAsync()
    {
        if (_hub is not null)
            await _hub.DisposeAsync();
    }
}

/// <summary>The classes that share it.</summary>
[CollectionDefinition(Name)]
public sealed class SharedHubCollection : ICollectionFixture<SharedHub>
{
    public const string Name = "One hub";
}
