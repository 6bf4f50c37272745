using Hub.Delivery.Editions;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Editions;

/// <summary>Begins the edition of the half-year on its closing day.</summary>
public sealed class BeginEdition(EditionService desk, IWakeUpSender wakeUps, ILogger<BeginEdition> log)
{
    /// <summary>Timer, several times on each of the two closing days: where the first try succeeds, the others find it done.</summary>
    [Function(nameof(BeginEdition))]
    public async Task Run([TimerTrigger("%EditionSchedule%")] TimerInfo timer, CancellationToken cancel)
    {
        switch (await desk.Begin(new(), cancel))
        {
            case EditionResult.Begun(var edition, _):
                log.LogInformation("Edition {Edition} is frozen at event {Sequence}.", edition.Id, edition.Sequence);
                await wakeUps.Send(new() { Editions = [edition.Id.Slug] });
                break;
            case EditionResult.Refused(var why):
                log.LogError("The edition of this half-year was not begun: {Why}", EditionRefusals.Text(why));
                break;
        }
    }
}
