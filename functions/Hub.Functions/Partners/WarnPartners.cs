using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Errors;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Partners;

/// <summary>Writes to the contacts of partners whose endpoints fail.</summary>
public sealed class WarnPartners(EndpointWatch watch, ILogger<WarnPartners> log)
{
    /// <summary>Timer, as often as Sweep.</summary>
    [Function(nameof(WarnPartners))]
    public async Task Run([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        try
        {
            if (await watch.Look(cancel) is > 0 and var sent)
                log.LogInformation("{Sent} mails to partners about endpoints that fail were asked for.", sent);
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("Storage is not available ({Error}); the next look asks for the mails.", e.GetType().Name);
        }
    }
}
