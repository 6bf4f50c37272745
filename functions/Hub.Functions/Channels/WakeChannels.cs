using Hub.Functions.Errors;
using Hub.Operations.Standstill;
using Hub.Register.Log;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>
/// Wakes the channels that are due, and nothing else: a mailbox that may send 30 mails a minute is not to wait a minute for the 31st.
/// </summary>
public sealed class WakeChannels(DueWork due, IRegisterStore register, IWakeUpSender wakeUps, ILogger<WakeChannels> log)
{
    /// <summary>Timer, every ten seconds in earnest: two queries.</summary>
    [Function(nameof(WakeChannels))]
    public async Task Run([TimerTrigger("%WakeSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            await wakeUps.Send(await due.Cursors((await register.Read(TimeSpan.Zero, cancel)).Head.Sequence, cancel));
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("Storage is not available ({Error}); the channels are looked at again.", e.GetType().Name);
        }
    }
}
