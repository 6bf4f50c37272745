using Hub.Azure;
using Hub.Delivery.Editions;
using Hub.Functions.Errors;
using Hub.Operations.Standstill;
using Hub.Work.Runner;
using Hub.Work.Watching;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Says in the log what is wrong with the channels, in the words that the alerts look for (docs/operations.md).</summary>
public sealed class Watch(ChannelWatch watch, EditionWatch editions, StorageClock machine, ILogger<Watch> log)
{
    /// <summary>Timer, every five minutes.</summary>
    [Function(nameof(Watch))]
    public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            foreach (var trouble in (await watch.Look(cancel)).Concat(await editions.Look(cancel)))
                Say(trouble);
            if (machine.IsMachineWrong)
                log.LogWarning(
                    "The machine's clock is {Seconds} seconds ahead of storage's, and the hub goes by storage's.",
                    (long)machine.MachineAhead.TotalSeconds);
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("Storage is not available ({Error}); the next watch looks again.", e.GetType().Name);
        }
    }

    // Names are ids of endpoints and the hub's own mailboxes: no contact data of an authority (I6).
    private void Say(Trouble trouble)
    {
        switch (trouble)
        {
            case Trouble.Late l:
                log.LogError(
                    "Channel {Channel} is {Minutes} minutes late: {Name} waits for event {Sequence}.", l.Channel, l.Minutes, l.Name,
                    l.Sequence);
                break;
            case Trouble.Failing f:
                log.LogWarning(
                    "Channel {Channel} has failed for {Minutes} minutes: {Name}, {Attempts} tries.", f.Channel, f.Minutes, f.Name,
                    f.Attempts);
                break;
            case Trouble.Broken b:
                log.LogError(
                    "Channel {Channel} has failed for {Minutes} minutes: {Name}, every run ends by an error.",
                    b.Channel,
                    b.Minutes,
                    b.Name);
                break;
            case Trouble.Stopped { State: CursorState.Disabled } s:
                log.LogError("Channel {Channel} is disabled: {Name}.", s.Channel, s.Name);
                break;
            case Trouble.Stopped s:
                log.LogWarning("Channel {Channel} is paused: {Name}.", s.Channel, s.Name);
                break;
            default:
                throw new NotSupportedException(trouble.GetType().Name);
        }
    }
}
