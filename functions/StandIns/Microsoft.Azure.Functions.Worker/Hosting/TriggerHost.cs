using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>
/// Something that starts functions by itself. It takes no new work once the app is stopping, lets what has started finish within the
/// host's shutdown timeout, and cancels it after that.
/// </summary>
internal abstract class TriggerHost(IHostApplicationLifetime lifetime, ILogger logger) : IHostedService, IDisposable
{
    private static readonly TimeSpan LastGrace = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _cancellation = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.Run(Run, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _cancellation.CancelAsync();
        await _running.WaitAsync(LastGrace, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _cancellation.Dispose();

    /// <summary>Works until stopping, and then until what has started has ended.</summary>
    protected abstract Task Run(CancellationToken stopping, CancellationToken cancellation);

    private async Task Run()
    {
        try
        {
            await Run(lifetime.ApplicationStopping, _cancellation.Token);
        }
        catch (Exception) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Storage was away when the app was told to stop.
        }
        catch (Exception e)
        {
            logger.LogCritical(e, "The triggers cannot go on; the app stops.");
            lifetime.StopApplication();
        }
    }
}
