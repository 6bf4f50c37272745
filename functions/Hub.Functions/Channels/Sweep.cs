using Hub.Delivery.Confirmations;
using Hub.Delivery.Editions;
using Hub.Functions.Errors;
using Hub.Intake.Inbox.Channel;
using Hub.Operations.Standstill;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>
/// Wakes everything that has something to do: whatever lost its wake-up, and whatever waited for its time. Asks
/// for confirmations that are due, and does what is to be erased.
/// </summary>
public sealed class Sweep(
    DueWork due, EditionService editions, ConfirmationRequests upkeep, InboxWatch inbox, Cleaning cleaning, IWakeUpSender wakeUps,
    ILogger<Sweep> log)
{
    /// <summary>Timer, every minute in earnest.</summary>
    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            await upkeep.AskWhereDue(cancel);
            var found = await due.Everything(cancel);
            var unfinished = (await editions.Unfinished(cancel)).Select(e => e.Slug);
            await wakeUps.Send(found with { Editions = [.. unfinished], Mailbox = await inbox.Due(cancel) });
            // Last: whoever waits for a wake-up does not wait for this.
            await cleaning.Run(cancel);
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("Storage is not available ({Error}); the next sweep tries again.", e.GetType().Name);
        }
    }
}
