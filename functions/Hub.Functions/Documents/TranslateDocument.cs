using Hub.Azure.Bus;
using Hub.Intake.Translation;
using Hub.Work.Queues;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Documents;

/// <summary>Reads a document, or translates one into one language.</summary>
public sealed class TranslateDocument(DocumentReading reading, DocumentTranslation translation, IWakeUpSender wakeUps)
{
    private const int PartsOfTranslation = 3;

    /// <summary>Queue documents: notice and number, for a translation also the language.</summary>
    [Function(nameof(TranslateDocument))]
    public async Task Run(
        [ServiceBusTrigger(Queues.Documents, Connection = Queues.Connection)] string work, CancellationToken cancel)
    {
        if (work.Split('/').Length < PartsOfTranslation)
            await wakeUps.Send(new() { Documents = [.. await reading.Run(work, cancel)] });
        else
            await translation.Run(work, cancel);
    }
}
