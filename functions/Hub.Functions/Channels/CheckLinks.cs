using Hub.Functions.Setup;
using Hub.Operations.Links;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>Looks at the addresses of laws, each once a week.</summary>
public sealed class CheckLinks(LinkChecks checks, HubSettings settings, ILogger<CheckLinks> log)
{
    /// <summary>Timer, every ten minutes.</summary>
    [Function(nameof(CheckLinks))]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancel)
    {
        if (!settings.CheckLawLinks)
            return;
        var looked = await checks.Run(cancel);
        if (looked.Count > 0)
            log.LogInformation(
                "Looked at {Count} addresses of laws; a person has to look at {Tasks}.", looked.Count, looked.Count(c => c.IsTask));
    }
}
