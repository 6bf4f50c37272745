using Hub.Core.Channels;
using Hub.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Wakes everything that has something to do: whatever lost its wake-up, and whatever waited for its time.</summary>
public sealed class Sweep(WakeFinder wakes, ILogger<Sweep> log)
{
    /// <summary>Timer, every minute in earnest.</summary>
    [Function(nameof(Sweep))]
    public async Task<WakeUps?> Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            return WakeUps.For(await wakes.Everything(cancel));
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("Storage is not available ({Error}); the next sweep tries again.", e.GetType().Name);
            return null;
        }
    }
}
