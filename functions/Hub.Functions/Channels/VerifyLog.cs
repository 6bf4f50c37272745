using Hub.Register.Log;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Verifies the whole log every night, so that nobody has to ask.</summary>
public sealed class VerifyLog(LogChecks checks, ILogger<VerifyLog> log)
{
    /// <summary>Timer, at half past two, UTC.</summary>
    [Function(nameof(VerifyLog))]
    public async Task Run([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var (check, broken) = await checks.Run(null, cancel);
        if (broken is null)
            log.LogInformation("The log verifies up to event {Sequence}.", check.Events);
        else
            log.LogCritical("The log does not verify: event {Sequence}, {Problem}.", broken.Sequence, broken.Problem);
    }
}
