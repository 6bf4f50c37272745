using Hub.LocalProcesses;

namespace Hub.Host.Tests;

/// <summary>A host with the app that is made to be refused; HUB_HOST_UNDER_TEST_REFUSED_LOG names the log of another that ran it.</summary>
public sealed class RefusedHost : IAsyncLifetime
{
    private FunctionsHost? _ours;
    private string? _log;

    public Uri? Address => _ours?.Address;

    public string Log => _ours?.Output ?? File.ReadAllText(_log!);

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        _log = Environment.GetEnvironmentVariable("HUB_HOST_UNDER_TEST_REFUSED_LOG");
        if (string.IsNullOrEmpty(_log))
            _ours = await FunctionsHost.Start(
                HostUnderTest.RefusedApp, environment: HostUnderTest.Settings(LocalBroker.ConnectionStringFor(9)));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_ours is not null)
            await _ours.DisposeAsync();
    }
}
