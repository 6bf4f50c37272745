using Hub.Core.Channels;
using Hub.Core.Editions;
using Hub.Core.Mailroom;
using Hub.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Wakes everything that has something to do: whatever lost its wake-up, and whatever waited for its time.</summary>
public sealed class Sweep(WakeFinder wakes, EditionDesk editions, InboxWatch inbox, ILogger<Sweep> log)
{
    /// <summary>Timer, every minute in earnest.</summary>
    [Function(nameof(Sweep))]
    public async Task<WakeUps?> Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            var due = await wakes.Everything(cancel);
            var unfinished = (await editions.Unfinished(cancel)).Select(e => e.Slug);
            return WakeUps.For(due with { Editions = [.. unfinished], Mailbox = await inbox.Due(cancel) });
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("Storage is not available ({Error}); the next sweep tries again.", e.GetType().Name);
            return null;
        }
    }
}
