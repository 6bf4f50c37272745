using Hub.Core.Channels;
using Hub.Core.Editions;
using Hub.Core.Mailroom;
using Hub.Core.Register;
using Hub.Core.Upkeep;
using Hub.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>
/// Wakes everything that has something to do: whatever lost its wake-up, and whatever waited for its time. Asks
/// for confirmations that are due.
/// </summary>
public sealed class Sweep(WakeFinder wakes, EditionDesk editions, UpkeepDesk upkeep, InboxWatch inbox, ILogger<Sweep> log)
{
    /// <summary>Timer, every minute in earnest.</summary>
    [Function(nameof(Sweep))]
    public async Task<WakeUps?> Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            await upkeep.AskWhereDue(cancel);
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

/// <summary>
/// Wakes the channels that are due, and nothing else: a mailbox that may send 30 mails a minute is not to wait a minute for the 31st.
/// </summary>
public sealed class WakeChannels(WakeFinder wakes, IRegisterStore register, ILogger<WakeChannels> log)
{
    /// <summary>Timer, every ten seconds in earnest: two queries.</summary>
    [Function(nameof(WakeChannels))]
    public async Task<WakeUps?> Run([TimerTrigger("%WakeSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            return WakeUps.For(await wakes.Cursors((await register.Read(TimeSpan.Zero, cancel)).Head.Sequence, cancel));
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("Storage is not available ({Error}); the channels are looked at again.", e.GetType().Name);
            return null;
        }
    }
}
