using Hub.Functions.Errors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Setup;

/// <summary>Has the hub's storage set up while the functions start, and again until it can be reached.</summary>
/// <param name="setup">What sets it up; called beside the start.</param>
/// <param name="log">The log.</param>
internal sealed class Preparation(Func<StorageSetup> setup, ILogger<Preparation> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await setup().Run(stoppingToken);
                log.LogInformation("Storage is ready.");
                return;
            }
            catch (Exception e) when (StorageFailure.IsUnavailable(e))
            {
                log.LogWarning("Storage cannot be reached ({Error}); trying again. Locally, ./hub up starts it.", e.GetType().Name);
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }
}
